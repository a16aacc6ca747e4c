package in.sangam.core.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Names that mean no place where they are asked for, or more than one: whatever they are taken for is wrong. */
final class NamesToAsk {

    /** Districts of other states (Census 2011), near in sound to ours some of them. */
    private static final List<String> ELSEWHERE = List.of(
            ("Ranchi,Dhanbad,Bokaro,Deoghar,Dumka,Godda,Sahibganj,Pakur,Giridih,Hazaribagh,Koderma,Chatra,Palamu,Garhwa,"
                            + "Latehar,Lohardaga,Gumla,Simdega,Saraikela,Jamtara,Khunti,Ramgarh,Ballia,Deoria,Gorakhpur,"
                            + "Kushinagar,Maharajganj,Siddharthnagar,Ghazipur,Chandauli,Varanasi,Mirzapur,Sonbhadra,Azamgarh,"
                            + "Mau,Jaunpur,Bhadohi,Basti,Balrampur,Gonda,Bahraich,Shravasti,Sultanpur,Sitapur,Hardoi,Unnao,"
                            + "Lucknow,Rae Bareli,Saharanpur,Rampur,Hamirpur,Banda,Bijnor,Bareilly,Etah,Etawah,Agra,Mathura,"
                            + "Jalaun,Jhansi,Lalitpur,Firozabad,Mainpuri,Muzaffarnagar,Moradabad,Pilibhit,Nagpur,Latur,Jalna,"
                            + "Nashik,Satara,Solapur,Kolhapur,Malda,Darjiling,Jalpaiguri,Murshidabad,Birbhum,Bankura,Puruliya,"
                            + "Nadia,Howrah,Kolkata,Cuttack,Puri,Ganjam,Khordha,Sambalpur,Raigarh,Raipur,Durg,Bastar,Korba,"
                            + "Rewa,Satna,Sagar,Damoh,Katni,Bhopal,Vidisha,Ratlam,Ujjain,Indore,Dewas,Sehore,Gwalior,Morena,"
                            + "Bhind,Datia,Jaipur,Alwar,Sikar,Kota,Bundi,Nagaur,Churu,Pali,Sirohi,Barmer,Rohtak,Sonipat,Karnal,"
                            + "Hisar,Sirsa,Patiala,Ludhiana,Mansa,Moga,Solan,Mandi,Una,Dehradun,Haridwar,Almora,Surat,Bharuch,"
                            + "Kheda,Navsari,Banswara,Mahasamund,Kaithal,Jind,Sangli,Beed,Gulbarga,Bidar,Raichur,Kanpur Nagar")
                    .split(","));

    private static final List<String> ELSEWHERE_HINDI = List.of(
            ("राँची,धनबाद,बोकारो,देवघर,दुमका,गोड्डा,साहिबगंज,पाकुड़,गिरिडीह,हजारीबाग,कोडरमा,चतरा,पलामू,गढ़वा,बलिया,देवरिया,"
                            + "गोरखपुर,कुशीनगर,महाराजगंज,गाजीपुर,चंदौली,वाराणसी,मिर्जापुर,सोनभद्र,आजमगढ़,मऊ,जौनपुर,बस्ती,बलरामपुर,"
                            + "सीतापुर,हरदोई,लखनऊ,सहारनपुर,रामपुर,हमीरपुर,मुरादाबाद,नागपुर,कोलकाता,रायपुर,सागर,भोपाल,जयपुर,पाली")
                    .split(","));

    private NamesToAsk() {}

    static List<LabelledName> of(Places places) {
        List<LabelledName> names = new ArrayList<>();
        ELSEWHERE.forEach(
                name -> names.add(new LabelledName("district of another state", name, Level.DISTRICT, null, null)));
        ELSEWHERE_HINDI.forEach(
                name -> names.add(new LabelledName("district of another state", name, Level.DISTRICT, null, null)));
        for (String state :
                List.of("Maharashtra", "U.P.", "Uttar Pradesh", "Jharkhand", "उत्तर प्रदेश", "महाराष्ट्र", "झारखंड")) {
            for (Place district : places.ofLevel(Level.DISTRICT)) {
                names.add(new LabelledName(
                        "of another state, said so",
                        district.nameEn() + " (" + state + ")",
                        Level.DISTRICT,
                        null,
                        null));
                names.add(new LabelledName(
                        "of another state, said so", district.nameHi() + ", " + state, Level.DISTRICT, null, null));
            }
        }
        for (Level level : List.of(Level.BLOCK, Level.CIRCLE, Level.ULB, Level.SUBDIVISION)) {
            homonyms(places, level, names);
            inOtherDistricts(places, level, names);
            asDistricts(places, level, names);
        }
        return names;
    }

    /** Names of one half of the districts for a tree that holds only the other half. */
    static List<LabelledName> unknown(Places places, Places half) {
        List<LabelledName> names = new ArrayList<>();
        for (Level level : List.of(Level.BLOCK, Level.ULB)) {
            for (Place district : some(half.ofLevel(Level.DISTRICT))) {
                List<Place> here = half.children(district.code(), level);
                for (Place place : places.ofLevel(level)) {
                    if (half.find(place.code()).isEmpty() && here.stream().noneMatch(each -> mayBe(each, place))) {
                        names.add(new LabelledName("unknown name", place.nameEn(), level, district.code(), null));
                        if (place.nameHi() != null) {
                            names.add(new LabelledName("unknown name", place.nameHi(), level, district.code(), null));
                        }
                    }
                }
            }
        }
        return names;
    }

    /** Two places of one name, and no parent said. */
    private static void homonyms(Places places, Level level, List<LabelledName> names) {
        Set<String> seen = new HashSet<>();
        for (Place place : places.ofLevel(level)) {
            if (!seen.add(place.nameEn())) {
                names.add(new LabelledName("two of one name", place.nameEn(), level, null, null));
            }
        }
    }

    /** The name of a place of one district asked in every other, unless that has one whose name begins alike. */
    private static void inOtherDistricts(Places places, Level level, List<LabelledName> names) {
        for (Place district : some(places.ofLevel(Level.DISTRICT))) {
            List<Place> here = places.children(district.code(), level);
            for (Place place : places.ofLevel(level)) {
                if (here.stream().noneMatch(each -> mayBe(each, place))) {
                    names.add(new LabelledName("not in this district", place.nameEn(), level, district.code(), null));
                    if (place.nameHi() != null) {
                        names.add(
                                new LabelledName("not in this district", place.nameHi(), level, district.code(), null));
                    }
                }
            }
        }
    }

    private static List<Place> some(List<Place> places) {
        return IntStream.range(0, places.size())
                .filter(i -> i % 8 == 1)
                .mapToObj(places::get)
                .toList();
    }

    private static void asDistricts(Places places, Level level, List<LabelledName> names) {
        for (Place place : places.ofLevel(level)) {
            boolean known = places.ofLevel(Level.DISTRICT).stream()
                    .anyMatch(district -> mayBe(district, place)
                            || places.names().aliases(district.code()).stream()
                                    .anyMatch(alias -> alike(alias, place.nameEn())));
            if (!known) {
                names.add(new LabelledName("of another level", place.nameEn(), Level.DISTRICT, null, null));
            }
        }
    }

    private static boolean mayBe(Place one, Place other) {
        return alike(one.nameEn(), other.nameEn())
                || one.nameHi() != null && one.nameHi().equals(other.nameHi())
                || letters(one.nameEn()).startsWith(letters(other.nameEn()))
                        && one.nameEn().contains(" ");
    }

    private static boolean alike(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}]", "")
                .replaceAll("(?<=.)a(?=.)", "")
                .replace("ee", "i")
                .replace("oo", "u")
                .replace("w", "v");
    }
}
