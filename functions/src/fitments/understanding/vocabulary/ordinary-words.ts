/** Words that are names of vehicles and ordinary words as well. Folded, as keys of names. */

/** Models that count beside their make, or beside years, and nowhere else. */
export const ORDINARY_MODELS = new Set(
  (
    'focus|fit|escape|accent|element|pilot|edge|soul|spark|bolt|sport|titan|beetle|golf|mini|ram|charger|note|rogue|journey|volt|flex|fusion|insight|passport|prelude|legend|integra|vigor|sonic|impact|express|metro|storm|tracker|prizm|traverse|equinox|' +
    'contour|probe|ranger|transit|tempo|aspire|galaxy|puma|ka|cougar|compass|patriot|liberty|renegade|commander|caliber|avenger|challenger|dart|magnum|nitro|neon|stealth|shadow|spirit|viper|hornet|summit|premier|eclipse|mirage|colt|laser|vision|talon|horizon|breeze|spacestar|' +
    'quest|frontier|armada|leaf|kicks|cube|patrol|sunny|serena|primera|ascent|legacy|echo|matrix|crown|solara|century|regal|encore|envision|lucerne|rendezvous|rainier|enclave|vibe|tempest|phoenix|safari|canyon|terrain|typhoon|ion|vue|sky|aura|outlook|relay|aurora|silhouette|' +
    'navigator|continental|aviator|zephyr|mark|mariner|mountaineer|milan|sable|villager|tracer|mystique|marauder|stinger|forte|rio|spectra|carnival|venue|genesis|excel|tribute|spider|junior|panda|tipo|bravo|brava|idea|linea|coupe|master|espace|capture|talisman|spring|jogger|partner|expert|boxer|' +
    'jumper|jumpy|omega|combo|adam|karl|polo|fox|up|rabbit|atlas|derby|bora|superb|rapid|born|defender|discovery|freelander|one|swift|alto|splash|reno|esteem|sidekick|samurai|amigo|rodeo|trooper|axiom|hombre|ghost|phantom|dawn|azure|classic|custom|cargo|van|truck|pickup|wagon|coach|fleet|runner|' +
    'standard|special|sierra|electra|cabrio|cabriolet|astro|caravan|cruiser|suburban|signum|kadett|clubman|roadster|portofino|california|roma|urus|ghibli|levante|quattroporte|alpine|rally|trail|touring|imperial|touringcar|model3|models|modelx|modely|zoe|sedan|city|jazz|stream|shuttle|beat|life|logo|capa|crossroad|' +
    'charade|terios|move|sirion|copen|trevis|mira|boon|wish|land|hilux|prado|vitz|auris|urban|hybrid|proace|dyna|hiace|previa|picnic|carina|starlet|kangoo|super|swing|series|class|serie|trend|prime|pulse|active|power|turbo|flow|base|line|max|plus|pro|air|light|space|scala|yeti|' +
    'america|princess|sprite|minor|elite|europa|tiger|herald|stag|interceptor|allegro|recon|acclaim|champ|fury|reliant|satellite|scamp|dynasty|diplomat|medallion|ambassador|eagle|javelin|matador|pacer|rebel|scout|champion|hawk|lark|escort|falcon|orion|comet|lynx|monarch|topaz|bobcat|traveller|nemo|visa|' +
    'alliance|austral|latitude|wind|samba|apache|celebrity|citation|nomad|sprint|venture|torrent|pursuit|intrigue|regency|catalina|spectre|campo|beta|delta|gamma|sigma|zeta|prisma|thesis|scorpion|dino|daily|porter|cherry|multi|cosmo|endeavor|expo|baja|equator|impulse|oasis|stylus|rocky|pony|pride|' +
    'gravity|karma|ocean|dolphin|tang|clarity|prologue|quantum|caddy'
  ).split('|'),
);

/** Of the models above those that stand beside years in titles without being meant: "Fit 2010-2013 Accord". */
export const NEVER_WITHOUT_MAKE = new Set(
  'fit|sport|up|one|mark|coupe|van|truck|pickup|wagon|classic|custom|cargo|standard|special|premier|master|combo|series|class|hybrid|super|turbo|light|power|air|max|plus|pro|base|line|model3|models|modelx|modely|trail|touring|space|sedan|city|note|express|prime|active|land|mini|ram|storm|expert'.split(
    '|',
  ),
);

/** Makes that count only beside one of their models. */
export const ORDINARY_MAKES = new Set(
  'seat|smart|mini|ram|eagle|mercury|saturn|genesis|lotus|scout|ac|mg|ds|man|geo|sterling|triumph|rover|lucid|polaris|indian|victory|fisker'.split(
    '|',
  ),
);

/** Makes of vehicles that a table may not know. What follows them is no vehicle of another make. */
export const OTHER_MAKES = new Set(
  (
    'abarth|acura|aixam|alpina|amc|austin|autobianchi|bentley|bugatti|buick|byd|chery|citroen|cupra|dacia|daewoo|daf|daihatsu|delorean|desoto|ferrari|freightliner|geely|geo|hino|holden|hummer|hyundai|infiniti|international harvester|isuzu|iveco|jaguar|kenworth|koenigsegg|lada|lamborghini|lancia|landwind|ligier|mahindra|maruti|maserati|maybach|mclaren|' +
    'merkur|mitsubishi|morgan|morris|moskwitsch|navistar|nio|oldsmobile|opel|packard|pagani|peterbilt|plymouth|polestar|pontiac|proton|renault|rivian|saab|scania|skoda|ssangyong|studebaker|subaru|suzuki|tata|trabant|tvr|uaz|vauxhall|volga|wartburg|willys|xpeng|yugo|zastava|kawasaki|ducati|yamaha|ktm|aprilia|husqvarna'
  ).split('|'),
);
