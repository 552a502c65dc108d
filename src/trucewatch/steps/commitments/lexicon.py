"""Words that decide how a sentence of an agreement is read. Lemmas, lower case."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODALS = _words("shall must will may should can would ought might could")
# "agrees to withdraw" binds as "shall withdraw" does.
PERFORMATIVES = _words(
    "agree undertake commit pledge promise resolve decide accept consent vow engage oblige require instruct"
)
DECLARING = _words("declare announce proclaim call urge appeal")
EFFORTS = _words("endeavour endeavor strive seek try attempt aim consider explore encourage aspire")
EFFORT_OBJECTS = _words("effort endeavour endeavor influence office utmost best")
REFRAINING = _words("refrain abstain desist")
BANNING = _words("prohibit forbid ban outlaw")
ALLOWING = _words("permit allow authorise authorize entitle")
ENCOURAGING = _words("encourage urge invite advise request recommend")
REQUIRING = _words("require oblige bind expect")
BAN_NOUNS = _words("ban prohibition moratorium embargo")
RIGHTS = _words("right freedom liberty")
# "Under no circumstances may": the case that is ruled out rules out the act.
CASES = _words("circumstance circumstances time case account event condition way means")
IMPOSING = _words("introduce impose place establish declare")
ASSURING = _words("ensure guarantee assure see secure believe recognise recognize note hope expect acknowledge")
DUTY_NOUNS = _words("obligation duty requirement commitment undertaking")
UNTOUCHING = _words("apply preclude prejudice affect limit prevent impair prohibit extend cover restrict")
IN_EFFECT = _words("take come enter become last apply remain begin start expire")
HEDGES = _words("appropriate possible practicable feasible needed necessary")

# A bare verb that opens a point; the tagger takes some of them for nouns.
BARE_VERBS = _words(
    "ensure launch adopt intensify remove conduct provide cease stop refrain withdraw release establish open halt "
    "guarantee allow facilitate create form deploy disarm exchange implement respect observe lift suspend freeze "
    "hand submit define begin start continue complete abolish restore resume support monitor verify appoint convene "
    "prevent protect permit prohibit carry take hold set return transfer dismantle disengage pull keep maintain avoid "
    "end declare notify report clear demine evacuate designate issue repatriate disband dissolve integrate register "
    "refer renounce abstain enable grant give agree organise organize pass enact improve leave vacate redeploy relocate "
    "collect assemble lift surrender abandon prepare"
)

# In the present tense these state a view or a fact, not a duty.
STATIVE = _words(
    "agree support respect take hold set enable respect maintain continue keep begin start end give declare"
)

NON_ACTORS = _words(
    "agreement ceasefire cease-fire fire truce cessation hostility article annex provision paragraph process zone violation "
    "dispute decision deadline period implementation release withdrawal exchange weapon election protocol memorandum "
    "document text clause measure step arrangement modality list map line area road corridor hostage detainee prisoner "
    "convoy attack operation activity movement mine ammunition equipment vehicle artillery term pause meeting report "
    "declaration accord action issue matter question difference lists hospital school crossing consideration assistance "
    "access work date day act hour number limit which that this it subject breach complaint dialogue mechanisms exercise "
    "mandate task purpose objective aim goal role responsibility nothing export  import salary trade traffic part plan stage phase  proceeding fund cost amendment copy language party-list return disarmament flight aircraft drone"
)
TEXT_NOUNS = _words(
    "agreement article annex provision paragraph protocol memorandum document text clause declaration accord copy amendment"
)
ACTOR_NOUNS = _words(
    "party side government force army group commission committee mission council member state country commander "
    "representative signatory chairperson chair organisation organization movement front authority guarantor mediator "
    "monitor observer team board troop unit fighter militia police court parliament participant leader leadership "
    "delegation faction command officer envoy secretariat office administration ministry minister president soldier "
    "personnel agency body signatories opposition resistance population combatant formation subdivision military "
    "militant mercenary bloc alliance coalition union organ people community institution company operator neither each both they he she we"
)
# A mechanism or cell acts where it is the one that monitors or decides.
ACTING_BODIES = _words("mechanism cell centre center room panel subcommittee sub-committee chairman envoy secretariat")

PLACE_NOUNS = _words(
    "area zone region territory district sector line border frontier city town village camp barrack barracks base position "
    "location place site road highway airport airstrip airfield port harbour harbor crossing checkpoint bridge front "
    "frontline governorate province oblast country county locality township island valley mountain river corridor route "
    "hospital school station capital neighbourhood neighborhood quarter coast sea airspace soil km kilometer kilometre "
    "metre meter building facility plant quarry market headquarters garrison depot settlement side junction lane street "
    "buffer enclave north south east west north-east north-west south-east south-west northeast northwest southeast "
    "southwest vicinity proximity home homes locations centre center stadium storage warehouse water waters land gate airbase "
    "entrance municipality department suburb hill plain desert delta"
)
PLACE_PREPOSITIONS = _words(
    "in at from to into within inside outside along across throughout towards toward near around between over on beyond behind through off"
)
MOVING = _words(
    "withdraw move return relocate redeploy transfer retreat deploy pull retire go leave march travel repatriate evacuate fall "
    "withdrawal return redeployment relocation transfer movement deployment retreat departure repatriation evacuation depart exit"
)
LANGUAGES = _words(
    "arabic english french russian spanish ukrainian armenian azerbaijani amharic somali dari pashto tigrinya portuguese kurdish"
)
TIME_NOUNS = _words(
    "hour day week month year minute date time january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday midnight noon"
)
GIVING = _words(
    "report submit hand give provide send transmit present recommend communicate deliver grant pay release return notify disclose"
)
GOVERNS_WITH = _words(
    "comply cooperate co-operate deal interfere engage negotiate communicate liaise collaborate meddle"
)
# What begins, lasts or ends of itself names nobody who must act.
HAPPENING = _words(
    "resume begin start commence continue end cease stop last remain apply expire come enter become take"
)
VERIFYING = _words("monitoring supervision observation verification oversight auspices control")
