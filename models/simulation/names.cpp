#include "models/simulation/names.h"

#include "models/simulation/random.h"

#include <array>

namespace muniment {

namespace {

constexpr std::array<PersonName, 40> kEuropeanFirst{{
    {"Anna", "anna"},         {"Zoë", "zoe"},
    {"Lukas", "lukas"},       {"Marie", "marie"},
    {"Jürgen", "juergen"},    {"Chloé", "chloe"},
    {"Søren", "soren"},       {"Ingrid", "ingrid"},
    {"Matteo", "matteo"},     {"Giulia", "giulia"},
    {"Piotr", "piotr"},       {"Łucja", "lucja"},
    {"José", "jose"},         {"Carmen", "carmen"},
    {"Elif", "elif"},         {"Emre", "emre"},
    {"Sophie", "sophie"},     {"Hannah", "hannah"},
    {"Felix", "felix"},       {"Björn", "bjoern"},
    {"Åsa", "asa"},           {"Mikael", "mikael"},
    {"Katarína", "katarina"}, {"Tomáš", "tomas"},
    {"Éva", "eva"},           {"László", "laszlo"},
    {"Nikos", "nikos"},       {"Eleni", "eleni"},
    {"Pierre", "pierre"},     {"Amélie", "amelie"},
    {"Daan", "daan"},         {"Fleur", "fleur"},
    {"Oliver", "oliver"},     {"Charlotte", "charlotte"},
    {"Sean", "sean"},         {"Aoife", "aoife"},
    {"Ana", "ana"},           {"Tiago", "tiago"},
    {"Mehmet", "mehmet"},     {"Ruth", "ruth"},
}};
constexpr std::array<PersonName, 40> kEuropeanLast{{
    {"Müller", "mueller"},
    {"Schmidt", "schmidt"},
    {"Meier", "meier"},
    {"Dubois", "dubois"},
    {"Lefèvre", "lefevre"},
    {"Rossi", "rossi"},
    {"Bianchi", "bianchi"},
    {"Nowak", "nowak"},
    {"Wójcik", "wojcik"},
    {"García", "garcia"},
    {"Fernández", "fernandez"},
    {"Jensen", "jensen"},
    {"Ødegaard", "odegaard"},
    {"Andersson", "andersson"},
    {"Lindström", "lindstrom"},
    {"Virtanen", "virtanen"},
    {"Novák", "novak"},
    {"Dvořák", "dvorak"},
    {"Nagy", "nagy"},
    {"Szabó", "szabo"},
    {"Yılmaz", "yilmaz"},
    {"Kaya", "kaya"},
    {"de Vries", "devries"},
    {"van Dijk", "vandijk"},
    {"Papadopoulos", "papadopoulos"},
    {"Ioannou", "ioannou"},
    {"Silva", "silva"},
    {"Gonçalves", "goncalves"},
    {"O'Brien", "obrien"},
    {"Murphy", "murphy"},
    {"Smith", "smith"},
    {"Taylor", "taylor"},
    {"Weber", "weber"},
    {"Fischer", "fischer"},
    {"Keller", "keller"},
    {"Baumann", "baumann"},
    {"Moreau", "moreau"},
    {"Petrov", "petrov"},
    {"Ionescu", "ionescu"},
    {"Kovač", "kovac"},
}};
constexpr std::array<PersonName, 32> kAmericanFirst{{
    {"James", "james"},       {"Mary", "mary"},       {"Michael", "michael"},
    {"Jennifer", "jennifer"}, {"David", "david"},     {"Linda", "linda"},
    {"Carlos", "carlos"},     {"Sofía", "sofia"},     {"Ethan", "ethan"},
    {"Emily", "emily"},       {"Tyrone", "tyrone"},   {"Aaliyah", "aaliyah"},
    {"Joshua", "joshua"},     {"Grace", "grace"},     {"Daniel", "daniel"},
    {"Olivia", "olivia"},     {"Diego", "diego"},     {"Valentina", "valentina"},
    {"Kevin", "kevin"},       {"Megan", "megan"},     {"Raj", "raj"},
    {"Priya", "priya"},       {"Brandon", "brandon"}, {"Samantha", "samantha"},
    {"Noah", "noah"},         {"Ava", "ava"},         {"Renée", "renee"},
    {"André", "andre"},       {"Walter", "walter"},   {"Dorothy", "dorothy"},
    {"Luis", "luis"},         {"Hailey", "hailey"},
}};
constexpr std::array<PersonName, 32> kAmericanLast{{
    {"Johnson", "johnson"},
    {"Williams", "williams"},
    {"Brown", "brown"},
    {"Jones", "jones"},
    {"García", "garcia"},
    {"Miller", "miller"},
    {"Davis", "davis"},
    {"Rodríguez", "rodriguez"},
    {"Martínez", "martinez"},
    {"Hernández", "hernandez"},
    {"López", "lopez"},
    {"Wilson", "wilson"},
    {"Anderson", "anderson"},
    {"Thomas", "thomas"},
    {"Moore", "moore"},
    {"Jackson", "jackson"},
    {"Lee", "lee"},
    {"Thompson", "thompson"},
    {"White", "white"},
    {"Harris", "harris"},
    {"Clark", "clark"},
    {"Lewis", "lewis"},
    {"Robinson", "robinson"},
    {"Walker", "walker"},
    {"Nguyen", "nguyen"},
    {"Patel", "patel"},
    {"O'Connor", "oconnor"},
    {"Kim", "kim"},
    {"Fitzgerald", "fitzgerald"},
    {"Tremblay", "tremblay"},
    {"Peña", "pena"},
    {"Brooks", "brooks"},
}};
constexpr std::array<PersonName, 32> kAsianFirst{{
    {"Wei", "wei"},       {"Mei Ling", "meiling"},  {"Hiroshi", "hiroshi"},  {"Yuki", "yuki"},   {"美咲", "misaki"},
    {"健太", "kenta"},    {"Min-jun", "minjun"},    {"Seo-yeon", "seoyeon"}, {"Aarav", "aarav"}, {"Ananya", "ananya"},
    {"Vikram", "vikram"}, {"Lakshmi", "lakshmi"},   {"Nguyễn", "nguyen"},    {"Linh", "linh"},   {"Somchai", "somchai"},
    {"Siti", "siti"},     {"Budi", "budi"},         {"Farah", "farah"},      {"Jian", "jian"},   {"Xiu", "xiu"},
    {"Kenji", "kenji"},   {"Sakura", "sakura"},     {"Arjun", "arjun"},      {"Deepa", "deepa"}, {"Grace", "grace"},
    {"Marcus", "marcus"}, {"Isabella", "isabella"}, {"Jack", "jack"},        {"Mia", "mia"},     {"Liam", "liam"},
    {"王芳", "wangfang"}, {"Thị", "thi"},
}};
constexpr std::array<PersonName, 32> kAsianLast{{
    {"Tan", "tan"},       {"Lim", "lim"},       {"Wong", "wong"},         {"Chen", "chen"},
    {"Sato", "sato"},     {"Suzuki", "suzuki"}, {"高橋", "takahashi"},    {"田中", "tanaka"},
    {"Park", "park"},     {"Kim", "kim"},       {"Sharma", "sharma"},     {"Iyer", "iyer"},
    {"Singh", "singh"},   {"Kumar", "kumar"},   {"Trần", "tran"},         {"Phạm", "pham"},
    {"Wijaya", "wijaya"}, {"Rahman", "rahman"}, {"Abdullah", "abdullah"}, {"Santos", "santos"},
    {"Reyes", "reyes"},   {"Wilson", "wilson"}, {"Nguyen", "nguyen"},     {"Ng", "ng"},
    {"Goh", "goh"},       {"Ito", "ito"},       {"Yamamoto", "yamamoto"}, {"Choi", "choi"},
    {"Gupta", "gupta"},   {"Menon", "menon"},   {"Zhang", "zhang"},       {"Li", "li"},
}};

constexpr std::array<const char*, 8> kEuropeanCountries{"DE", "FR", "IT", "CH", "PL", "ES", "SE", "NL"};
constexpr std::array<const char*, 8> kEuropeanLanguages{"de", "fr", "it", "de", "pl", "es", "sv", "nl"};
constexpr std::array<const char*, 4> kAmericanCountries{"US", "CA", "MX", "BR"};
constexpr std::array<const char*, 4> kAmericanLanguages{"en", "en", "es", "pt"};
constexpr std::array<const char*, 7> kAsianCountries{"SG", "JP", "IN", "KR", "AU", "VN", "ID"};
constexpr std::array<const char*, 7> kAsianLanguages{"en", "ja", "en", "ko", "en", "vi", "id"};
constexpr std::array<const char*, 8> kEuropeanEndings{"GmbH", "AG", "S.A.", "B.V.", "AB", "SE", "Ltd", "S.p.A."};
constexpr std::array<const char*, 5> kAmericanEndings{"Inc.", "LLC", "Corp.", "Group", "Partners"};
constexpr std::array<const char*, 5> kAsianEndings{"Pte Ltd", "K.K.", "Pvt Ltd", "Holdings", "Co., Ltd."};

constexpr std::array<const char*, 48> kCompanyStems{
    "Nordwind", "Bluewater",  "Alpenglow", "Harbour",     "Silverline", "Redwood",  "Kestrel",  "Meridian",
    "Solstice", "Ironbridge", "Juniper",   "Lakeside",    "Marlow",     "Orchard",  "Pinnacle", "Quarry",
    "Riverton", "Saffron",    "Thornbury", "Umbra",       "Vantage",    "Westgate", "Yarrow",   "Zenith",
    "Aurora",   "Brightwell", "Cobalt",    "Drachenfels", "Edelweiss",  "Fjord",    "Granite",  "Halcyon",
    "Isar",     "Jade",       "Kirin",     "Lotus",       "Monsoon",    "Nimbus",   "Osprey",   "Pacific",
    "Quetzal",  "Rhône",      "Sakura",    "Tamar",       "Ural",       "Verdant",  "Willow",   "Xylem"};
constexpr std::array<const char*, 24> kCompanyTrades{
    "Logistics", "Energy", "Health",    "Insurance",      "Robotics", "Foods",    "Analytics",  "Pharma",
    "Aviation",  "Media",  "Education", "Banking",        "Textiles", "Software", "Mobility",   "Timber",
    "Shipping",  "Optics", "Clinics",   "Semiconductors", "Travel",   "Water",    "Publishing", "Labs"};
constexpr std::array<std::string_view, 20> kPlaces{
    "Basel", "Lyon",   "Porto", "Gdańsk", "Malmö", "Turin",  "Boston", "Austin", "Denver",  "Toronto",
    "Osaka", "Penang", "Pune",  "Perth",  "Hanoi", "Bergen", "Zürich", "Leeds",  "Seattle", "Busan"};

constexpr Culture kEuropean{kEuropeanFirst, kEuropeanLast, kEuropeanCountries, kEuropeanLanguages, kEuropeanEndings, 1};
constexpr Culture kAmerican{kAmericanFirst,     kAmericanLast,    kAmericanCountries,
                            kAmericanLanguages, kAmericanEndings, -5};
constexpr Culture kAsian{kAsianFirst, kAsianLast, kAsianCountries, kAsianLanguages, kAsianEndings, 8};

} // namespace

const Culture& cultureOf(std::string_view region) {
    if (region.starts_with("us") || region.starts_with("ca") || region.starts_with("sa"))
        return kAmerican;
    if (region.starts_with("ap") || region.starts_with("asia") || region.starts_with("au"))
        return kAsian;
    return kEuropean;
}

std::string companyName(Random& random, const Culture& culture) {
    const std::string stem = random.pick(kCompanyStems);
    const std::string trade = random.pick(kCompanyTrades);
    return stem + " " + trade + " " +
           culture.companyEndings[random.below(static_cast<std::uint32_t>(culture.companyEndings.size()))];
}

std::string domainLabel(std::string_view company) {
    std::string label;
    for (const char c : company) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            label += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (c == ' ' && !label.empty() && label.back() != '-')
            label += '-';
    }
    while (!label.empty() && label.back() == '-')
        label.pop_back();
    return label.substr(0, 40);
}

std::string_view placeName(Random& random) {
    return random.pick(kPlaces);
}

} // namespace muniment
