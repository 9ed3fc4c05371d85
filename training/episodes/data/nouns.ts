/**
 * Things by world, written by hand. One a line:
 *   names|size shape place|materials|what it is (description) > how one asks for it by that; > …
 * The first name is the label. Size: t tiny, s small, m medium, l large, x very large.
 * Shape: b box, c cylinder, o sphere. Place: f floor, t on a table, w on a wall, u hanging up, g on the ground outside.
 */
export const NOUN_LINES: Readonly<Record<string, string>> = {
  museum: `
vase,urn,flower vase|s c t|ceramic,glass,porcelain|made to hold cut flowers>thing you put flowers in>one for holding bouquets
helmet,iron hat,war hat|s o t|bronze,iron,steel|worn on the head in battle>thing soldiers put on their heads>head protection
sword,blade,sabre|m b w|steel,bronze|a weapon for close fighting>weapon knights fought with>thing you could cut somebody with
shield,buckler|m c w|wood,bronze,leather|carried on the arm to stop arrows>thing that stops arrows>what a warrior hid behind
statue,sculpture,carving|l b f|marble,bronze,granite|a figure carved by hand>carved figure>thing the sculptor made
bust,stone head|s b t|marble,plaster|the head and shoulders of an emperor>head without a body>emperor's head
painting,picture,canvas|m b w|canvas,oil|shows a storm at sea>picture with the ships on it>thing with the stormy sea painted on it
portrait,likeness|m b w|canvas,oil|shows a lady with a dog>lady with the dog>picture of a woman
mosaic,tile picture|l b w|stone,glass|thousands of little stones laid into a picture>picture made of little stones>thing made from tiny tiles
tapestry,wall hanging|l b w|wool,silk|a woven picture that kept a castle hall warm>woven picture>cloth with a picture in it
mummy,wrapped body|l b f|linen|a body wrapped in linen for the afterlife>dead body in bandages>thing wrapped in bandages
sarcophagus,stone coffin,coffin|x b f|limestone,granite|a box for burying a pharaoh>box they buried the king in>big stone box for the dead
amphora,wine jar,storage jar|m c f|clay,terracotta|carried wine and oil across the sea>jar for wine>pot that oil was shipped in
coin,old money|t c t|gold,silver,copper|paid to Roman soldiers>money they used back then>what people paid with
crown,diadem,coronet|s c t|gold,silver|worn by a queen at her coronation>thing the queen wore>royal headgear
fossil,ammonite|s o t|stone|the remains of a sea creature>thing that used to be alive>petrified animal
dinosaur,dinosaur skeleton,dino|x b f|bone|an animal that died out long ago>extinct animal>thing with all the bones
meteorite,space rock|s o t|iron,stone|a rock that fell from the sky>rock from outer space>stone that came from the sky
telescope,spyglass|m c f|brass,wood|brings far stars near>thing for watching stars>one you look at the moon with
globe,world globe,earth globe|m o t|paper,wood|the earth as a ball, with all the countries>round map>thing with countries on it
mask,face mask|s b w|wood,jade,leather|worn over the face in dances>thing you hide your face behind>what dancers covered their faces with
drum,tom-tom|s c f|wood,leather|beaten with the hands at feasts>thing you bang on>what the drummers hit
harp,lyre|m b f|wood|strings plucked by a bard>thing with the strings>instrument you pluck
scroll,parchment,papyrus|s c t|paper,papyrus|a letter rolled up and sealed>rolled up letter>thing with the old writing
tablet stone,clay tablet,cuneiform|s b t|clay|the accounts of a grain merchant>thing with the merchant's accounts>what the scribe wrote on
necklace,bead chain|t c t|gold,glass,amber|worn round the neck>jewellery for the neck>thing you hang round your neck
clock,timepiece|s b w|brass,wood|tells the hours>thing that tells the time>what you check to see if you are late
hourglass,sand timer|s c t|glass,wood|sand runs through it in an hour>thing with sand running through>timer with sand
carriage,coach|x b f|wood|drawn by four horses>thing horses pulled>how rich people travelled
cannon,field gun|l c f|iron,bronze|fired iron balls at ships>big gun>thing that shot iron balls
arrowhead,flint point|t b t|flint,bronze|the sharp end of an arrow>sharp bit of an arrow>hunter's stone point
throne,king's seat|l b f|wood,gold|the king sat on it>where the king sat>royal chair
totem pole,totem|x c f|wood|a tall post of carved animals>post with animals on it>carved tree trunk
butterfly case,butterfly box|s b w|glass,wood|forty pinned butterflies>insects in a frame>pinned insects
rug,persian carpet|l b f|wool,silk|knotted by hand for a palace floor>thing to walk on>hand-knotted one on the floor
model ship,ship in a bottle|s b t|wood,glass|a tiny ship built inside a bottle>tiny boat>boat somebody built small
`,
  workshop: `
hammer,mallet|s b t|steel,wood|drives nails>thing you hit nails with>what you bang nails in with
screwdriver,turnscrew|s c t|steel,plastic|turns screws>thing for screws>what you tighten screws with
saw,handsaw|m b w|steel,wood|cuts planks>thing you cut wood with>one with the teeth for planks
drill,power drill|s b t|steel,plastic|makes holes>thing for making holes>what you bore holes with
wrench,spanner|s b t|steel|turns nuts and bolts>thing for nuts and bolts>what loosens bolts
pliers,pincers|s b t|steel|grips and bends wire>thing for bending wire>gripping tool
anvil,smith's block|m b f|iron|hot iron is beaten on it>thing the blacksmith beats iron on>heavy block for smithing
vice,bench vise,vise|s b t|steel|holds a piece fast while you work on it>thing that clamps the work>what holds the wood still
toolbox,tool chest|m b f|steel,plastic|keeps all the small tools together>box for the tools>where the tools go
ladder,stepladder|l b f|wood,aluminium|for reaching high places>thing you climb up>what you need to get to the ceiling
workbench,bench|l b f|wood|where the carpenter works>table the carpenter works at>place to work on
bucket,pail|s c f|steel,plastic|carries water>thing to carry water in>what you empty the mop into
paint can,tin of paint|s c f|steel|holds paint for the fence>thing with paint in it>what the fence gets coloured with
paintbrush,brush|t b t|wood,hair|spreads paint>thing you paint with>one with bristles
broom,besom|m c f|wood,straw|sweeps up the shavings>thing to sweep with>what you clean the floor with
lathe,turning machine|l b f|steel|spins wood so it can be shaped round>machine that spins wood>spinning machine
chisel,gouge|s b t|steel,wood|carves notches into wood>thing for carving notches>sharp tool for carving
tape measure,measuring tape|t b t|plastic,steel|tells how long something is>thing to measure with>what tells you the length
rope,coil of rope,cord|s c f|hemp,nylon|ties things down>thing for tying stuff>what you tie knots in
chain,iron chain|s b f|steel,iron|made of linked rings>thing made of links>linked rings
gear,cogwheel,cog|s c t|steel,brass|a wheel with teeth>wheel with teeth>toothed wheel
engine,motor|m b f|steel,iron|drives the old tractor>thing that drives the tractor>what makes the tractor go
tyre,tire,car tyre|m c f|rubber|goes round a wheel>rubber ring>thing cars roll on
plank,board|l b f|wood|a long flat piece of timber>long flat piece of wood>bit of timber
welding torch,blowtorch|s c t|steel,brass|joins metal with a flame>thing with the flame>what melts metal together
goggles,safety glasses|t b t|plastic|protect the eyes from sparks>eye protection>what you wear against sparks
nail box,box of nails|t b t|steel|full of small pointed fasteners>pointed fasteners>little sharp things
oil can,oiler|s c t|tin|stops hinges from squeaking>thing against squeaking>what you grease hinges with
sandpaper,emery paper|t b t|paper|makes rough wood smooth>rough paper>thing that smooths wood
generator,power unit|m b f|steel|makes electricity when the power fails>thing that makes electricity>backup power
fan,ventilator|m c u|steel,plastic|blows cool air>thing that blows air>what keeps us cool
crate,wooden box|m b f|wood|goods are packed in it>thing goods are packed in>packing box
barrel,cask|m c f|wood,steel|stores liquids>thing for storing liquids>round wooden container
robot arm,manipulator|l b f|steel|picks parts off the belt>machine that picks up parts>mechanical arm
clamp,c-clamp|s b t|steel|presses glued parts together>thing that presses glued parts together>what you squeeze boards with
`,
  kitchen: `
kettle,teakettle|s c t|steel,copper|boils water for tea>thing that boils water>what you need for tea
pot,saucepan,cooking pot|s c t|steel,copper,iron|rice was cooked in it>thing they cooked rice in>one the rice was made in
pan,frying pan,skillet|s c t|iron,steel|eggs are fried in it>thing for frying eggs>what you make pancakes in
knife,kitchen knife|t b t|steel|slices bread and meat>thing you slice bread with>sharp one for cutting
fork,table fork|t b t|steel,silver|you pick up food with it>thing you pick up food with>one with prongs
spoon,tablespoon|t b t|steel,wood|for eating soup>thing for eating soup>what you stir with
plate,dish|s c t|ceramic,porcelain|dinner is served on it>thing dinner goes on>flat thing you eat off
bowl,basin|s o t|ceramic,wood,glass|soup is served in it>thing for soup>what you eat cereal from
cup,teacup|t c t|porcelain,ceramic|you drink tea out of it>thing you drink tea from>small one for tea
mug,beaker|t c t|ceramic,enamel|holds hot chocolate>thing for hot chocolate>what I drink my cocoa from
drinking glass,tumbler|t c t|glass|for water or juice>thing for juice>see-through thing to drink from
bottle,flask|s c t|glass,plastic|keeps drinks in>thing with a cork>long-necked container
fridge,refrigerator,icebox|l b f|steel|keeps food cold>thing that keeps food cold>where the milk is kept
oven,stove,cooker|l b f|steel,iron|bakes bread and cakes>thing for baking>where the cake is baked
microwave,microwave oven|m b t|steel,plastic|warms up leftovers>thing that warms up leftovers>what goes ping when the food is hot
toaster,bread toaster|s b t|steel,plastic|makes toast>thing you brown bread in>what pops up in the morning
sink,washbasin|m b f|steel,ceramic|dishes are washed in it>place to wash the dishes>where the tap is
apple,fruit|t o t||grows on a tree and keeps the doctor away>thing that grows on a tree>crunchy healthy snack
banana,plantain|t c t||a long fruit that monkeys love>thing monkeys like>long fruit you peel
orange fruit,clementine,mandarin|t o t||juicy and full of vitamin C>thing you squeeze for juice>one with vitamin C
bread,loaf|s b t||fresh from the baker>what the baker made>thing for making sandwiches
cake,gateau,birthday cake|s c t||baked for a birthday>thing with candles on it>what we get on birthdays
cheese,wheel of cheese|s c t||made from milk and full of holes>thing mice like>one made from milk
egg,chicken egg|t o t||laid by a hen>thing a hen lays>what you make an omelette of
teapot,tea pot|s o t|porcelain,iron|tea is brewed in it>thing tea is brewed in>one with the spout
corkscrew,bottle opener|t b t|steel|opens wine>thing that opens wine>what pulls corks
cutting board,chopping board|s b t|wood,plastic|vegetables are cut on it>thing for cutting vegetables on>what you chop onions on
grater,cheese grater|s b t|steel|shreds carrots>thing that shreds carrots>one with all the small holes
whisk,egg beater|t c t|steel|beats cream until stiff>thing for whipping cream>what you beat eggs with
rolling pin,dough roller|s c t|wood|flattens dough>thing that flattens dough>what makes pastry thin
blender,mixer|s c t|glass,plastic|makes smoothies>thing for smoothies>what mixes up the fruit
scales,kitchen scale|s b t|steel,plastic|weighs flour>thing that weighs flour>what tells you how heavy it is
apron,pinafore|m b w|cotton,linen|keeps clothes clean while cooking>thing you tie on so your clothes stay clean>what the cook wears
dustbin,trash can,garbage bin|m c f|plastic,steel|rubbish goes in it>place for rubbish>where I throw the peel away
honey jar,jar of honey|t c t|glass|sweet stuff made by bees>thing the bees made>sweet sticky stuff
salt shaker,salt cellar|t c t|glass,ceramic|makes bland food taste of something>what you add when the soup is bland>seasoning
`,
  farm: `
tractor,farm tractor|x b g|steel|pulls the plough>thing that pulls the plough>farmer's vehicle
cow,dairy cow|l b g||gives milk>animal that gives milk>one that moos
horse,mare,pony|l b g||is ridden over the fields>animal you ride>one with the mane
pig,hog,sow|m b g||rolls in the mud>animal that likes mud>one that oinks
sheep,ewe|m b g||grows wool>woolly animal>one we get wool from
goat,billy goat|m b g||eats anything, even washing>animal that eats everything>one with horns and a beard
hen,chicken|s o g||lays eggs>bird that lays eggs>one that clucks
goose,gander|s o g||hisses at strangers>bird that hisses>angry bird
scarecrow,straw man|l b g|straw,cloth|keeps birds off the corn>thing that scares birds>straw guy
hay bale,bale of hay|m c g|straw|winter food for the cattle>what cattle eat in winter>dried grass bundle
pitchfork,hayfork|m b g|steel,wood|lifts hay>thing you lift hay with>long tool with prongs
wheelbarrow,barrow|m b g|steel,wood|has one wheel and carries dung>one-wheeled thing>what you push dirt around in
plough,plow|l b g|steel|turns the soil over>thing that turns the soil>what breaks up the field
milk churn,milk can|m c g|steel|carries the milk to the dairy>thing for carrying milk>can the milk goes in
trough,feeding trough|m b g|wood,stone|the animals eat out of it>thing the animals eat from>long feeding box
watering can,sprinkling can|s c g|tin,plastic|waters the seedlings>thing for watering plants>what you water the garden with
windmill,wind pump|x c g|steel,wood|pumps water with the wind>thing the wind turns>what pumps up the water
beehive,bee house|m b g|wood|bees live in it>home of the bees>where honey comes from
silo,grain tower|x c g|steel|stores grain>where the grain is stored>tall grain store
barn,cowshed|x b g|wood|the animals sleep in it>where the animals sleep>animal house
pumpkin,gourd|s o g||carved at Halloween>thing you carve at Halloween>what lanterns are cut out of
cabbage,head of cabbage|s o g||a leafy head that rabbits steal>leafy thing rabbits steal>what sauerkraut is made from
sack,grain sack|m b g|jute|full of seed corn>bag of seed>thing full of seed
dog,sheepdog,collie|s b g||guards the flock>animal that guards the flock>one that barks
cat,tomcat|s b g||catches mice>animal that catches mice>one that purrs
rake,garden rake|m b g|wood,steel|gathers dead leaves>thing for gathering leaves>what you pull leaves together with
spade,shovel|m b g|steel,wood|digs holes>thing to dig with>what you dig holes with
fence,paddock fence|x b g|wood|keeps the cattle in>what keeps the cattle in>thing around the field
well,water well|m c g|stone|clean water comes out of it>where you get water>hole with the rope and bucket
greenhouse,glasshouse|x b g|glass|tomatoes grow warm in it>where the tomatoes grow>house made for plants
duck,mallard|s o g||swims on the pond>bird that swims>one that quacks
donkey,mule|l b g||carries heavy loads and is stubborn>stubborn animal>one with the long ears
axe,hatchet|s b g|steel,wood|splits logs>thing for splitting logs>what you chop trees with
log pile,stack of firewood|m b g|wood|fuel for the stove>what we burn in winter>fuel for the fire
`,
  harbour: `
boat,rowing boat,dinghy|l b g|wood|moved with two oars>thing you row>small one with the oars
sailing ship,schooner,sailboat|x b g|wood|the wind carries it>thing with the sails>what the wind pushes along
anchor,ship's anchor|m b g|iron|keeps a ship in its place>thing that keeps a ship in place>heavy hook
lighthouse,beacon|x c g|stone|warns ships at night>thing that warns ships>tall light for sailors
buoy,channel marker|m o g|plastic,steel|floats and marks the channel>floating marker>thing that bobs on the water
fishing net,trawl|m b g|nylon,hemp|catches herring>thing for catching fish>what the fish get caught in
fishing rod,angling rod|m c g|bamboo,carbon|an angler holds it>thing an angler holds>stick with a line and a hook
crane,loading crane|x b g|steel|lifts containers off ships>machine that lifts containers>tall lifting thing
shipping container,freight container|x b g|steel|carries goods across oceans>big metal box>what goods travel in
lobster trap,lobster pot|s b g|wood,wire|lobsters crawl in and cannot get out>thing for catching lobsters>cage you sink in the sea
lifebuoy,life ring,lifebelt|s c w|foam|thrown to people in the water>thing you throw to a drowning man>ring that keeps you afloat
oar,paddle|m c g|wood|pulls a boat through the water>thing you row with>flat-ended pole
bollard,mooring post|s c g|iron|ships are tied to it>what ships are tied to>stumpy iron post
seagull,gull|s o g||steals chips from tourists>bird that steals food>screaming bird
lantern,ship's lamp|s c u|brass,glass|gives light on deck>thing that gives light>lamp of the sailors
ship's wheel,helm,steering wheel|m c w|wood|steers the ship>thing for steering>what the captain turns
compass,pocket compass|t c t|brass|its needle points north>thing that shows where north is>one with the needle
fish box,crate of fish|s b g|plastic,wood|last night's catch on ice>where the catch is>smelly box with ice
lifejacket,life vest|s b w|foam,nylon|keeps you afloat>thing you wear so you don't drown>safety clothing
submarine,sub|x c g|steel|travels under the sea>thing that dives>ship that goes under water
ferry,car ferry|x b g|steel|takes cars to the island>ship for cars>how you get to the island
jetty,landing stage|x b g|wood|boats tie up alongside>where boats tie up>wooden walkway over the water
driftwood,washed-up branch|m c g|wood|washed up by the tide>what the tide brought in>piece of wood from the sea
foghorn,ship's horn|s c w|brass|warns ships in mist>thing you blow in mist>what makes noise when nobody can see
diving suit,diving bell suit|l b g|rubber,brass|worn at the bottom of the sea>what divers put on>thing for walking on the sea floor
shell,seashell,conch|t o g||you hear the sea in it>thing you hear the sea in>what snails live in at the beach
treasure chest,pirate chest|m b g|wood,iron|full of pirate gold>thing the pirates left>box of gold
`,
  street: `
car,automobile,sedan|x b g|steel|takes a family to work>thing people drive to work>four-wheeled vehicle
bicycle,bike,push-bike|m b g|steel,aluminium|you pedal it>thing you pedal>two-wheeler without an engine
bus,coach bus|x b g|steel|takes forty passengers>big vehicle for passengers>public transport
van,delivery van|x b g|steel|brings parcels>thing that brings parcels>vehicle of the courier
motorbike,motorcycle,moped|l b g|steel|two wheels and an engine>loud two-wheeler>thing bikers ride
traffic light,stoplight|l c g|steel|tells cars when to stop>thing that tells cars to stop>what turns red and green
lamp post,street lamp|x c g|steel,iron|lights the pavement at night>what lights the street>tall light
mailbox,letterbox,post box|m b g|steel|letters are posted in it>thing you post letters in>where my letter goes
hydrant,fire hydrant|s c g|iron|firemen connect their hoses to it>water for the firemen>where the hose goes
park bench,street bench|l b g|wood,iron|you rest on it in the park>thing to sit down on>resting place
phone booth,phone box,telephone box|l b g|steel,glass|people made calls from it>where people used to call from>glass cabin
newsstand,kiosk|l b g|wood,steel|sells papers>place that sells papers>where you buy a magazine
statue of a rider,equestrian statue|x b g|bronze|a general on horseback>general on the horse>metal horseman
fountain,water fountain|l c g|stone|water splashes in it all day>thing with the splashing water>where children throw coins in
tree,oak|x c g||gives shade in summer>thing that gives shade>what birds nest in
pigeon,dove|t o g||eats crumbs on the square>bird that eats crumbs>cooing bird
pram,baby carriage,stroller|m b g|cloth,steel|a baby rides in it>thing the baby is in>what parents push
scooter,kick scooter|s b g|aluminium|children push it with one foot>thing you push with one foot>kids' vehicle
skateboard,longboard|s b g|wood|for doing tricks>board with wheels>thing for doing tricks
umbrella,brolly,parasol|m c g|nylon|keeps the rain off>thing against rain>what you open when it pours
suitcase,luggage,travel case|s b g|leather,plastic|packed for a holiday>thing packed for the holiday>what your clothes travel in
ice cream cart,ice cream stand|l b g|wood,steel|sells cones in summer>where you get cones>place for something cold and sweet
road sign,street sign|m b g|steel|shows the way to the station>thing that shows the way>what tells drivers where to go
stop sign,halt sign|m c g|steel|every driver must halt at it>where drivers have to halt>eight-sided thing
skip,dumpster|x b g|steel|builders throw rubble in it>thing full of rubble>big rubbish container
taxi,cab|x b g|steel|drives you home for money>car you pay for>thing you flag down
ambulance,rescue car|x b g|steel|takes the injured to hospital>car for injured people>one with the stretcher inside
flower pot,planter|s c g|clay,stone|geraniums grow in it>where the geraniums grow>pot with plants
balloon,party balloon|s o u|rubber|full of helium>thing on a string that floats>what pops when you prick it
drain cover,manhole cover|s c g|iron|workers climb down under it>round lid in the street>what covers the sewer
guitar,acoustic guitar|s b g|wood|a busker plays it>instrument of the busker>thing with six strings
traffic cone,road cone|s c g|plastic|closes a lane during roadworks>pointed thing on the road>roadworks marker
`,
  hospital: `
hospital bed,sickbed|l b f|steel|a patient lies in it>thing the patient lies in>where sick people sleep
wheelchair,rolling chair|m b f|steel|for people who cannot walk>chair with wheels>what you need when you can't walk
stretcher,gurney,trolley bed|l b f|steel|carries patients to surgery>thing that carries patients>bed on wheels
stethoscope,listening tube|t b t|rubber,steel|the doctor listens to hearts with it>thing doctors listen with>what you hear a heartbeat with
syringe,injection needle|t c t|plastic,glass|gives injections>pointy thing for vaccines>what the nurse pricks you with
thermometer,fever thermometer|t c t|glass,plastic|measures fever>thing that tells if you have a fever>temperature measuring thing
x-ray machine,x-ray scanner|x b f|steel|looks at broken bones>machine for broken bones>what photographs your insides
heart monitor,ecg screen,vital signs monitor|s b f|plastic|shows the heartbeat>screen with the heartbeat>what beeps with every heartbeat
drip stand,iv pole|l c f|steel|the infusion hangs from it>pole with the bag on it>what the infusion hangs on
medicine cabinet,drug cupboard|m b w|steel,glass|pills are locked in it>where the pills are kept>locked place for drugs
pill bottle,bottle of tablets|t c t|plastic|tablets against pain>painkillers>what you take when it hurts
bandage,dressing roll|t c t|cotton|wraps a wound>thing to wrap a wound>what goes round a cut
crutches,pair of crutches|m c f|aluminium|help you walk with a broken leg>what you lean on with a broken leg>walking aids
operating table,surgery table|l b f|steel|surgeons work at it>where surgeons work>place for operations
oxygen tank,oxygen cylinder|m c f|steel|helps patients breathe>what helps you breathe>tank of air
surgical lamp,theatre light|m c u|steel|lights up operations>bright light for surgeons>big light overhead
microscope,lab microscope|s b t|steel|shows germs>thing for looking at germs>what makes tiny things big
defibrillator,shock machine|s b w|plastic|restarts a heart>thing that restarts hearts>box with the shock paddles
hand sanitiser,disinfectant dispenser|t b w|plastic|kills germs on your hands>thing for clean hands>what you rub your hands with
reception desk,front desk|l b f|wood|you report there on arrival>where you check in>place you go first
privacy screen,folding screen|l b f|cloth,steel|nobody can see you undress behind it>thing to undress behind>what hides the patient
skeleton model,anatomy skeleton|l b f|plastic|shows where every bone is>thing with all the bones>what students learn bones from
scalpel,surgeon's knife|t b t|steel|cuts skin>very sharp little knife>thing surgeons cut with
test tubes,rack of vials|t b t|glass|blood samples wait in them>where the blood is>thin glass things
baby cot,incubator|m b f|plastic|a newborn sleeps in it>where the newborn sleeps>tiny bed
waiting chair,plastic seat|m b f|plastic|visitors wait on it>where visitors wait>seat for waiting people
vending machine,snack machine|l b f|steel,glass|sells crisps for coins>thing that sells crisps>where I can get a snack
`,
  office: `
laptop,notebook computer|s b t|aluminium,plastic|a computer you can carry>computer you can carry>portable thing for emails
monitor,computer screen,display|s b t|plastic|shows what the computer does>thing you stare at all day>what the spreadsheet is on
keyboard,computer keyboard|s b t|plastic|you type on it>thing you type on>one with all the letters
computer mouse,pointing device|t o t|plastic|moves the pointer>thing that moves the pointer>what you click with
printer,laser printer|m b t|plastic|puts documents on paper>thing that puts documents on paper>what always jams
desk,writing desk|l b f|wood,steel|you work at it>where you work>place for the computer
office chair,swivel chair|m b f|leather,plastic|turns and rolls>chair that turns>seat with rollers
filing cabinet,file cabinet|l b f|steel|contracts are kept in it>where the contracts are>drawers full of paper
whiteboard,dry erase board|l b w|steel|ideas get scribbled on it>thing you scribble ideas on>what we draw plans on
projector,beamer|s b u|plastic|throws slides on the wall>thing that throws slides on the wall>what we show presentations with
telephone,desk phone|s b t|plastic|you call clients with it>thing you call clients with>what rings when clients call
stapler,staple gun|t b t|steel,plastic|fastens sheets together>thing that fastens sheets>what holds pages together
scissors,pair of scissors|t b t|steel|cut paper>thing for cutting paper>two-bladed cutter
pen,ballpoint,biro|t c t|plastic|contracts are signed with it>thing you sign with>what I write my name with
notebook,notepad,jotter|t b t|paper|notes from every meeting>where the meeting notes are>thing you write ideas in
calendar,wall planner|s b w|paper|shows all the holidays>thing with the dates>what tells me when the holidays are
coffee machine,coffee maker,espresso machine|m b t|steel|makes the morning espresso>thing that makes espresso>what wakes us all up
water cooler,water dispenser|l c f|plastic|colleagues gossip around it>where people gossip>place for a cold drink of water
waste basket,paper bin|s c f|plastic,wire|crumpled drafts end there>where drafts end up>thing for crumpled paper
desk lamp,reading lamp|s c t|steel,brass|lights up your papers>small light for reading>thing you switch on in the evening
bookcase,bookshelf|l b f|wood|books stand in it>where the books stand>furniture for novels
briefcase,attache case|s b f|leather|carries secret papers>bag with the secret papers>what lawyers carry
safe,strongbox|m b f|steel|the money is locked in it>where the money is>thing burglars want to crack
shredder,paper shredder|m b f|plastic,steel|destroys secret papers>thing that eats paper>what destroys documents
potted plant,rubber plant|m c f|clay|needs water twice a week>thing that needs watering>green leafy thing
server rack,computer rack|l b f|steel|all the data is stored there>where the data lives>humming tower with lights
fire extinguisher,extinguisher|s c w|steel|puts out fires>thing that puts out fires>what you grab when something burns
air conditioner,ac unit|m b w|plastic,steel|cools the room>thing that cools the room>what makes it so cold in here
trophy,award cup|s c t|silver,gold|won at the company games>what they won>prize
photo frame,framed photo|t b t|wood,silver|the boss's children smile in it>picture of the kids>family picture
calculator,adding machine|t b t|plastic|adds up numbers>thing that adds up>what does the sums
envelope,letter cover|t b t|paper|a letter is inside>what the letter is in>thing you lick shut
`,
  school: `
blackboard,chalkboard|l b w|slate|the teacher writes on it with chalk>what the teacher writes on>thing with the chalk marks
school desk,pupil's desk|m b f|wood|a pupil sits at it>where a pupil sits>table with an inkwell
satchel,school bag,backpack|s b f|leather,nylon|books are carried to class in it>thing for carrying books>what kids wear on their backs
textbook,schoolbook|t b t|paper|explains algebra>thing that explains algebra>what we learn maths from
pencil,lead pencil|t c t|wood|drawings are made with it>thing you draw with>what you sharpen
eraser,rubber|t b t|rubber|makes mistakes disappear>thing that makes mistakes go away>what rubs out
ruler,measuring stick|t b t|wood,plastic|draws straight lines>thing for straight lines>what has the centimetres on it
pencil case,pen pouch|t b t|cloth,leather|all the crayons are in it>where the crayons are>pouch for pens
crayons,wax crayons|t b t|wax|small children colour with them>what small kids colour with>waxy drawing sticks
paint box,watercolours|t b t|tin|for art class>thing for art class>what you need with a wet brush
school bell,class bell|s o w|brass|rings at the end of the lesson>thing that rings after class>what everyone waits for
wall map,map of europe,atlas poster|l b w|paper|shows rivers and capitals>thing with the capitals on it>what we use in geography
locker,metal locker|l b f|steel|sports clothes hang in it>where the sports clothes are>narrow cupboard with a key
football,soccer ball|s o f|leather|eleven players chase it>thing players chase>what you kick
basketball,hoop ball|s o f|rubber|bounced and thrown through a hoop>thing you bounce>what goes through the hoop
skipping rope,jump rope|s b f|nylon|you jump over it>thing you jump over>what girls skip with in the yard
piano,grand piano,upright piano|l b f|wood|has eighty-eight keys>instrument with the keys>big black and white keyed thing
violin,fiddle|s b t|wood|played with a bow>thing you play with a bow>small string instrument
trumpet,bugle|s c t|brass|blown at parades>thing you blow at parades>loud brass instrument
xylophone,glockenspiel|s b t|wood,steel|bars are struck with sticks>thing with the bars you hit>instrument with little bars
aquarium,fish tank|m b t|glass|guppies swim in it>where the guppies swim>thing full of water and fish
hamster cage,pet cage|s b t|wire|the class pet lives in it>home of the class pet>where the hamster runs
test papers,pile of exams|t b t|paper|have to be marked by Friday>what has to be marked>thing pupils are scared of
chalk,piece of chalk|t c t||screeches on the board>what screeches on the board>thing that makes your fingers dusty
bunsen burner,gas burner|s c t|steel|heats flasks in chemistry>thing with the blue flame>what we heat flasks with
magnet,horseshoe magnet|t b t|iron|pulls iron filings>thing that pulls iron>what sticks to metal
abacus,counting frame|s b t|wood|beads for doing sums>thing with beads>what you count on
climbing frame,jungle gym|x b f|steel,wood|children climb all over it>thing kids climb on>what you hang upside down from
slide,playground slide|l b f|steel,plastic|you whoosh down it>thing you whoosh down>fun one with steps at the back
sandbox,sandpit|l b f|wood|castles are built in it>where castles are built>thing full of sand
lunchbox,sandwich box|t b t|plastic,tin|somebody's sandwiches are in it>where the sandwiches are>what holds the lunch
`,
  market: `
melon,watermelon|s o t||heavy, sweet and full of seeds>heavy sweet thing with seeds>what you slice in summer
tomato,beefsteak tomato|t o t||goes into ketchup>what ketchup is made of>thing for pasta sauce
pineapple,ananas|s c t||prickly outside, sweet inside>prickly fruit>one with a leafy crown
carrot,bunch of carrots|t c t||rabbits love it>thing rabbits love>vegetable that is good for your eyes
potato,spud|t o t||chips are made of it>what chips are made from>thing you mash
garlic,clove of garlic|t o t||keeps vampires away>thing against vampires>what makes your breath smell
onion,shallot|t o t||makes you cry>thing that makes you cry>what hurts your eyes when you cut it
lemon,citron|t o t||very sour>sour thing>what you put in tea
chilli,hot pepper|t c t||burns your tongue>thing that burns your tongue>spicy one
fish,mackerel|s b t||caught this morning>thing that swam this morning>what the cat would want
sausage,salami|t c t||smoked over beech>smoked thing>meat in a skin
spice jar,jar of saffron|t c t|glass|the dearest spice of all>most expensive spice>what makes rice yellow
basket,wicker basket|s b t|wicker|woven from willow>woven thing>what you carry your shopping in
carpet,rug roll|l b t|wool|knotted in a mountain village>thing for the floor>knotted one
lamp,oil lamp,lantern lamp|s c t|brass,tin|a genie might live in it>thing to rub for a wish>what lit the tent
scarf,shawl|s b t|silk,wool|keeps your neck warm>thing for your neck>what you wear when it's windy
hat,straw hat|s c t|straw,felt|keeps the sun off>thing against the sun>what goes on my head
sandals,pair of sandals|t b t|leather|shoes for hot days>shoes for hot days>footwear
leather bag,handbag,purse|s b t|leather|stitched by hand>thing stitched by hand>what you keep your wallet in
bracelet,bangle|t c t|silver,copper|worn on the wrist>thing for the wrist>jewellery for your arm
ring,finger ring|t c t|gold,silver|a sign of engagement>thing you propose with>what goes on a finger
earrings,pair of earrings|t b t|silver,pearl|dangle from the ears>things that dangle from your ears>ear jewellery
mirror,looking glass|s b t|glass,silver|shows you yourself>thing you see yourself in>what vain people look into
doll,rag doll|s b t|cloth,wood|a little girl's best friend>toy for a little girl>thing with button eyes
kite,paper kite|m b u|paper,silk|flown on windy days>thing for windy days>what goes up on a string
parrot,cockatoo|s o t||repeats what you say>bird that talks>one that repeats everything
market stall,booth|x b f|wood,cloth|fruit is sold from it>where fruit is sold>shop with an awning
cash box,till|s b t|steel,tin|the day's takings are in it>where the takings are>thing with the money in
candle,wax candle|t c t|wax|gives light when the power is out>thing you light when the power is out>what melts as it burns
soap,bar of soap|t b t||smells of lavender>thing that smells of lavender>what you wash with
teddy bear,plush bear|s o t|plush|children sleep with it>cuddly thing>what kids take to bed
flute,wooden flute|s c t|wood,bamboo|charms snakes>thing that charms snakes>instrument you blow across
bouquet,bunch of roses|s c t||a present for a sweetheart>what you give your sweetheart>thing that smells so nice
perfume,bottle of scent|t b t|glass|a drop behind the ear smells of jasmine>smelly stuff in the little bottle>what you dab behind your ears
chess set,chessboard|s b t|wood,ivory|kings and pawns fight on it>game with the kings and pawns>what grandmasters play
playing cards,deck of cards|t b t|paper|aces, kings and jokers>thing with the aces>what you play poker with
`,
  ship: `
hammock,hanging bed|l b u|cotton|a sailor sleeps in it>where the sailor sleeps>swinging bed
mast,main mast|x c f|wood|carries the sails>what carries the sails>tallest pole on board
sail,mainsail|x b u|canvas|catches the wind>thing that catches the wind>big cloth
hatch,trapdoor|m b f|wood,steel|leads below deck>way below deck>lid in the floor
porthole,round window|s c w|brass,glass|you see the waves through it>what you see the waves through>round thing to look outside
captain's log,logbook|t b t|leather,paper|the voyage is written down in it>where the voyage is written down>captain's diary
sextant,navigation instrument|t b t|brass|finds the ship's place by the sun>what you shoot the sun with>thing navigators used
sea chart,nautical map|s b t|paper|shows reefs and depths>thing that shows the reefs>what you plan a course on
cannonball,iron ball|t o f|iron|shot through an enemy's hull>thing they shot at enemies>heavy round iron thing
rum barrel,keg|m c f|wood|the crew's ration of drink>where the drink is>thing sailors tap in the evening
flag,ensign,banner|m b u|cloth|shows where the ship is from>what shows where we are from>cloth that flutters
lifeboat,rescue boat|x b f|plastic,wood|for when the ship goes down>what we need if the ship sinks>small boat for emergencies
bilge pump,hand pump|m b f|iron|gets water out of the hull>what gets the water out>thing you pump with
radio set,ship radio,transmitter|s b t|steel|calls the coast guard>thing you call the coast guard with>what SOS is sent on
radar,radar screen|m b t|steel|sees other ships in fog>what sees in fog>screen with the sweeping line
life raft,rubber raft|m c f|rubber|blows itself up in the water>thing that inflates>rubber boat
winch,capstan|m c f|iron|winds up the anchor chain>what winds up the chain>turning thing for the chain
figurehead,carved mermaid|m b w|wood|a wooden mermaid at the bow>wooden lady>carved sea woman
binoculars,field glasses|t b t|brass,rubber|make far ships look close>what you watch far ships with>thing you look through with both eyes
bunk,berth|l b f|wood|a narrow bed in the cabin>narrow bed>where the mate sleeps
sea chest,sailor's trunk|m b f|wood|everything a sailor owns>where the sailor keeps everything>trunk
oilskin,raincoat|m b w|oilcloth|keeps spray off>thing you wear in a storm>waterproof coat
boat hook,gaff|m c w|wood,steel|fends off the quay>pole with a hook>what you fish things out of the water with
ship's cat,mouser|s b f||hunts rats on board>animal that hunts rats>furry crew member
tar pot,pitch kettle|s c f|iron|seals the seams>black sticky stuff>what makes the hull tight
ship's bell,brass bell|s c w|brass|struck every half hour>thing they strike every half hour>what marks the watch
`,
  forest: `
mushroom,toadstool|t c g||grows after rain and may be poisonous>thing that may be poisonous>what grows after rain
tent,camping tent|x b g|nylon,canvas|hikers sleep in it>where hikers sleep>thing with poles and pegs
campfire,bonfire|m c g|wood|you toast marshmallows over it>thing for toasting marshmallows>what keeps us warm at night
tree stump,stump|m c g|wood|what is left of a felled tree>rest of a tree>natural seat
boulder,big rock|l o g|granite|left here by a glacier>what the glacier left>huge stone
owl,barn owl|s o u||hunts at night>bird that hunts at night>one that hoots
deer,stag|l b g||has antlers>animal with antlers>shy animal
fox,vixen|s b g||steals chickens>animal that steals chickens>sly animal
rabbit,hare|t o g||hops through the grass>animal that hops>one with long ears
squirrel,red squirrel|t o g||hides nuts>animal that hides nuts>one with the bushy tail
bear,brown bear|l b g||sleeps all winter>animal that sleeps all winter>dangerous furry one
hedgehog,spiny one|t o g||rolls into a spiky ball>animal with spikes>what rolls up when scared
bird's nest,nest|s c u|twigs|chicks hatch in it>where chicks hatch>bird home
sleeping bag,bedroll|m c g|nylon|keeps a camper warm>what campers crawl into>thing with a zip to sleep in
hiking boots,walking boots|s b g|leather|for long walks>shoes for long walks>what you lace up before the hike
rucksack,hiking pack|s b g|nylon|carries everything for a week outdoors>pack for a week outdoors>thing on the hiker's back
torch,flashlight|t c g|plastic,steel|makes a beam in the dark>thing for seeing in the dark>what runs on batteries and shines
canoe,kayak|l b g|wood,plastic|glides down the river>thing to go down the river in>narrow boat
signpost,trail marker|m c g|wood|shows hikers the way>what shows hikers the way>post with arrows
pine cone,fir cone|t o g||falls from a conifer>thing that falls off conifers>what squirrels nibble
spider web,cobweb|s b u|silk|flies get stuck in it>where flies get stuck>sticky trap
ant hill,anthill|m o g||thousands of insects live in it>home of a thousand insects>crawling heap
waterfall,cascade|x b g||water plunges down the rocks>plunging water>loud wet thing
log cabin,hut|x b g|wood|a ranger lives in it>where the ranger lives>house of tree trunks
hunting stand,lookout|x b g|wood|a ranger watches deer from it>where one watches deer>high seat
thermos,vacuum flask|t c g|steel|keeps tea hot>what keeps tea hot>thing with warm drink inside
bow,longbow|m b g|wood|shoots arrows>thing that shoots arrows>what Robin Hood used
bear trap,snare|s b g|iron|snaps shut on a leg>nasty thing that snaps shut>hunters' metal jaws
wooden bridge,footbridge|x b g|wood|you cross the stream on it>what you cross the stream on>way over the water
berries,bush of blackberries|s o g||sweet but thorny>sweet things with thorns>what jam is made of
`,
  station: `
airlock,pressure door|l b w|steel|you go out into space through it>way out into space>where you need a suit to go through
space suit,astronaut suit|l b f|nylon|worn outside the ship>thing you wear outside>clothing for the moon
rover,moon buggy|l b f|aluminium|drives over craters>thing that drives over craters>vehicle for other planets
satellite,comsat|m b u|aluminium|circles the earth and relays calls>what relays calls>thing circling the earth
rocket,launch vehicle|x c f|steel|flies to the moon>thing that flies to the moon>what blasts off
control panel,console|m b w|steel,plastic|full of switches>thing with the switches>where you press the buttons
solar panel,solar array|l b w|glass,silicon|turns sunlight into power>thing that makes power from the sun>what faces the sun
plasma cell,battery pack|s b t|steel|stores the station's energy>what stores the energy>power source
escape pod,evacuation capsule|x o f|steel|for leaving in a hurry>what we leave in when things go wrong>way out in an emergency
android,service droid|l b f|steel,plastic|does the cleaning>machine that does the cleaning>artificial person
hologram,holo display|s c f||a picture made of light>picture made of light>thing you can put your hand through
cryo chamber,sleep capsule|l b f|glass,steel|travellers are frozen in it>where travellers are frozen>what you sleep in for a hundred years
hydroponic rack,space garden|l b f|plastic|lettuce grows without soil>where the lettuce grows>garden in the station
food printer,meal maker|m b t|plastic|makes dinner from powder>what makes dinner>thing that turns powder into food
air scrubber,oxygen recycler|m b f|steel|keeps the air breathable>what keeps the air good>thing that cleans the air
laser cutter,beam cutter|s b t|steel|slices metal with light>what slices metal>thing with the beam
moon rock,lunar sample|t o t|basalt|picked up by the first crew>what the first crew picked up>stone from another world
antenna dish,radio dish|l c w|aluminium|listens to the stars>thing that listens to the stars>big bowl for signals
jetpack,thruster pack|s b f|aluminium|lets you fly around>thing to fly with>what goes on your back and shoots gas
reactor,fusion core|x c f|steel|powers everything here>what powers everything>hot heart of the station
probe,space probe|m o f|titanium|will fly past Jupiter>thing going past Jupiter>unmanned explorer
gravity ring,centrifuge|x c u|steel|spins so that you feel heavy>what spins so you feel heavy>turning wheel
specimen jar,alien sample|t c t|glass|something strange floats in it>where something strange floats>weird thing in liquid
maintenance drone,hover drone|s o u|plastic|repairs leaks by itself>flying repair thing>what buzzes around fixing leaks
navigation computer,star computer|m b w|steel|plots a course between planets>what plots the course>machine that knows where we are
fuel tank,propellant tank|l c f|steel|hydrogen for the way home>what we need to get home>thing full of hydrogen
`,
  home: `
sofa,couch,settee|l b f|leather,cloth|the family watches films on it>where the family watches films>soft seat for three
armchair,easy chair|m b f|leather,cloth|grandpa naps in it>where grandpa naps>comfy seat
table,dining table|l b f|wood,glass|we eat at it>what we eat at>four legs and a top
chair,dining chair,seat|m b f|wood,steel|somebody sits on it at dinner>thing to sit on at dinner>seat
bed,double bed|l b f|wood|two people sleep in it>where two people sleep>place for the night
wardrobe,closet|l b f|wood|coats hang in it>where the coats hang>clothes cupboard
chest of drawers,dresser|m b f|wood|socks are kept in it>where the socks are>furniture with drawers
nightstand,bedside table|s b f|wood|stands next to the bed>small one by the bed>where the alarm clock stands
television,tv,telly|m b w|plastic,glass|shows the news every evening>what shows the news>thing you watch series on
radio,wireless|s b t|plastic,wood|plays the morning show>what plays the morning show>thing with stations
floor lamp,standing lamp|l c f|steel,brass|makes the corner cosy>what makes the corner cosy>tall thing with a bulb
curtain,drapes|l b w|cloth,velvet|keeps the morning sun out>what keeps the sun out>cloth at the window
window,casement|m b w|glass|lets the light in>what lets the light in>thing you open for fresh air
washing machine,washer|m b f|steel|cleans dirty clothes>what cleans dirty clothes>thing that spins laundry
bathtub,bath|l b f|enamel,ceramic|you soak in it>where you soak>place for bubbles
toilet,loo|m b f|ceramic|you flush it>thing you flush>where everyone has to go
towel,bath towel|s b w|cotton|dries you after a shower>what dries you>soft thing after the shower
toothbrush,dental brush|t b t|plastic|cleans teeth>thing for clean teeth>what I use before bed
book,novel,paperback|t b t|paper|a story about a whale>what I am reading>story about a whale
newspaper,the daily|t b t|paper|today's headlines>what has the headlines>thing with the news on paper
cushion,pillow|s b f|cotton,velvet|soft thing to lean on>soft thing to lean on>what your head rests on
blanket,quilt,throw|m b f|wool,cotton|keeps you warm on the sofa>warm cover>what you snuggle under
remote control,tv remote,clicker|t b t|plastic|changes the channel>what changes the channel>thing that's always lost between the cushions
mobile phone,smartphone,cell phone|t b t|glass,plastic|calls friends and takes photos>thing I call friends with>what takes the photos
keys,bunch of keys|t b t|steel,brass|open the front door>what opens the front door>jingling things
wallet,billfold|t b t|leather|holds cash and cards>where my cash is>thing with the bank cards
vacuum cleaner,hoover|m b f|plastic|sucks up dust>what sucks up dust>noisy cleaner
iron,flat iron|s b t|steel|takes creases out of shirts>what takes creases out>hot thing for shirts
fireplace,hearth|l b f|brick,stone|logs burn in it>where logs burn>warm spot in winter
alarm clock,bedside clock|t b t|plastic|wakes everybody at six>what wakes me up>thing that rings at six
piggy bank,money box|t o t|ceramic|savings of a child>where the savings are>pig for pennies
rocking horse,toy horse|m b f|wood|a child rides it without going anywhere>horse that goes nowhere>toy you rock on
toy car,model car|t b t|plastic,tin|a child rolls it across the carpet>thing the kid rolls around>little vehicle
coat rack,hat stand|l c f|wood|jackets hang on it>where jackets hang>thing by the entrance for coats
stool,footstool|s c f|wood|a seat without a back>seat without a back>thing you rest your feet on
doormat,welcome mat|s b f|coir|you wipe your feet on it>what you wipe your feet on>rough thing at the entrance
`,
  garden: `
gnome,garden gnome,dwarf|s c g|clay,plastic|a little bearded fellow with a pointed cap>little bearded fellow>bearded chap in the flower bed
sundial,shadow clock|m c g|stone,bronze|shows the hour by a shadow>what tells the time without a battery>thing that works with shadows
bird bath,bird basin|m c g|stone|sparrows splash in it>where sparrows splash>bowl for birds
lawn mower,grass cutter|m b g|steel|cuts the grass>what cuts the grass>noisy thing for the lawn
garden hose,hosepipe|s c g|rubber|waters the lawn>what waters the lawn>long rubber tube
rose bush,roses|m o g||smells sweet and pricks>what smells sweet and pricks>thorny beauty
swing,tree swing|l b g|wood|children fly back and forth on it>thing that goes back and forth>what you push a child on
deck chair,sun lounger|l b g|wood,canvas|for lying in the sun>place for sunbathing>what you lie on in summer
barbecue,grill|m b g|steel|sausages are roasted on it>where the sausages are roasted>what we cook outdoors on
hedge trimmer,garden shears|s b g|steel|keeps the hedge neat>what keeps the hedge neat>cutter for bushes
pond,fish pond|x c g||frogs and goldfish live in it>where the frogs live>small water
sunflower,tall flower|m c g||turns its head to the sun>what turns to the sun>plant with seeds for birds
cactus,prickly pear|s c g||needs hardly any water>plant that needs no water>what you shouldn't touch
beach ball,inflatable ball|s o g|plastic|light and full of air>light thing full of air>what you throw around the pool
bird house,nesting box|s b u|wood|tits breed in it>where tits breed>little wooden house
compost heap,compost bin|m b g|wood|kitchen scraps turn to soil>where scraps turn to soil>smelly heap
statue of a lion,stone lion|l b g|stone|guards the gate>what guards the gate>big cat of stone
trampoline,bouncer|l c g|steel|you bounce on it>thing you bounce on>what kids do somersaults on
`,
};

/** Rooms and places that a house robot is sent to. */
export const ROOMS: readonly string[] = [
  "kitchen",
  "living room,lounge",
  "bedroom",
  "bathroom",
  "dining room",
  "hall,hallway,corridor",
  "study,studio",
  "garage",
  "laundry room",
  "cellar,basement",
  "attic,loft",
  "balcony,terrace",
  "guest room",
  "nursery,children's room",
  "pantry,larder",
  "library",
  "conservatory",
  "playroom",
  "gym",
  "garden,yard",
];
