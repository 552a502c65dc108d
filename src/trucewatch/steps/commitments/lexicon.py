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
# "We ask the Mission to patrol": the wish of one is no duty of another, yet more than talk.
REQUESTING = _words("ask request recommend invite advise propose")
# "The committee is charged with keeping": who is charged must.
CHARGING = _words("charge task tasked entrust mandate assign")
# "It is incumbent upon the Commission to settle", "it is the duty of the elders to".
INCUMBENT = _words("incumbent obligatory mandatory responsibility task job duty obligation")
FALLING = _words("fall belong rest lie")
# Groups of people: with these, too, a plain present tense says who does what.
PEOPLE = _words(
    "inhabitant resident civilian farmer herder trader driver villager refugee person people elder youth man woman child family "
    "relative fisherman worker teacher doctor nurse medic student pupil passenger pilot sailor engineer expert technician sapper "
    "deminer inspector observer journalist lawyer priest imam chief mayor governor prefect member citizen owner returnee staff "
    "guard gunman rebel volunteer escort negotiator mediator official authority employee prisoner detainee hostage captive shepherd"
)
CEASING_NOUNS = _words("ceasefire cease-fire truce cessation halt suspension moratorium pause")
NOBODY = _words("no neither none nobody no-one noone")
ANYBODY = _words("whoever whosoever anyone anybody everyone everybody nobody those")
# A passive in the present tense with these tells how the text came about or what it says.
SETTING_UP = _words(
    "create establish appoint designate form define provide constitute dissolve abolish permit prohibit allow issue "
    "organise organize integrate conduct implement grant enact refer submit define"
)
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

# Verbs that in the present tense say what somebody does, and so in an agreement what he must do, besides the bare ones.
ACTING = _words(
    "post meet sit bring build stay remain send pass inform convene obstruct fire fly cross patrol enter approach detail pay gather supply "
    "feed rebuild repair mark inspect escort guard train arm recruit arrest detain shoot shell attack bomb sleep walk travel rotate "
    "unblock perform reinforce resupply search confiscate levy tax burn bury deliver distribute visit check sweep fill fortify dig plant lay mine hide "
    "retreat advance halt share exchange answer telephone call consult notify investigate examine rule settle chair host finance fund "
    "bear compensate punish discharge reinstate evict forward receive undertake extend"
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
    "association federation confederation corporation detachment contingent battalion regiment brigade division squad battalion garrison "
    "commandant navy guard imam priest elder sheikh chief mayor governor prefect king emir militant mercenary bloc alliance coalition union organ people community institution company operator neither each both they he she we"
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
# Places too, though a name made of them ("the Central Bank", "the University") can be somebody who acts.
SITE_NOUNS = PLACE_NOUNS | _words(
    "point barangay roof rooftop "
    "anchorage apron arrondissement axis bank bay beach belt bush bypass canal canton cantonment cemetery checkpost church "
    "citadel clinic coastline commune compound courtyard crossroads dam demarcation dock dwelling exterior farm farmland "
    "fence field footpath forest fortress garden ground grounds gulf hangar height hilltop hinterland house interchange "
    "interior jail jetty kebele lake landmass mainland mile mill monastery mosque oilfield outpost outskirts palace parish "
    "pass pasture path peninsula perimeter periphery pier pipeline post prefecture prison quay refinery ridge riverbank "
    "roadblock roundabout runway sea-lane section shore slope space square strait strip substation temple terminal track "
    "trench triangle tunnel university ward waterway well wharf woreda yard"
)
PLACE_PREPOSITIONS = _words(
    "in at from to into within inside outside along across throughout towards toward near around between over on beyond behind through off above below beside"
)
DIRECTIONS = _words(
    "north south east west northeast northwest southeast southwest upstream downstream inland outside inside"
)
# What stands in a place stands in it by these verbs' own object: "leave the heights", "inspect any site".
PLACE_TAKING = _words(
    "leave vacate enter open visit reopen occupy observe patrol clear secure inspect approach reach cross walk demine guard evacuate "
    "close search surround besiege capture seize retake abandon demilitarise demilitarize fortify overfly"
)
# Between these there is a relation, not a place.
RELATIONS = _words(
    "agreement dispute difference contact communication exchange talk dialogue cooperation co-operation relation relationship meeting "
    "conflict hostility fighting trust consultation negotiation coordination distinction understanding confidence peace link"
)
MOVING = _words(
    "withdraw move return relocate redeploy transfer retreat deploy pull retire go leave march travel repatriate evacuate fall "
    "bring take flee advance concentrate withdrawal return redeployment relocation transfer movement deployment retreat departure repatriation evacuation depart exit"
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
# What one feels is no act: "stop media escalation and hate speech" names two nouns.
FEELING = _words("hate fear love hope like want need wish trust")
# What begins, lasts or ends of itself names nobody who must act.
HAPPENING = _words(
    "resume begin start commence continue end cease stop last remain apply expire come enter become take"
)
VERIFYING = _words("monitoring supervision observation verification oversight auspices control")
