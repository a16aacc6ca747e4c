package in.sangam.sandbox.shape;

import java.util.List;

/**
 * An invented person, so that masking has something to find. The Aadhaar number has a valid checksum; names are in
 * Devanagari or in Latin script.
 */
record Person(String name, String father, String mobile, String aadhaar) {

    private static final List<String[]> FIRST = pairs(
            "रामेश्वर Rameshwar,सुनीता Sunita,अखिलेश Akhilesh,गुड़िया Gudiya,मनोज Manoj,रेखा Rekha,धर्मेन्द्र Dharmendra,"
                    + "शबनम Shabnam,इरफान Irfan,पूनम Poonam,विकास Vikas,किरण Kiran,नीरज Niraj,फरजाना Farzana,उपेन्द्र Upendra,"
                    + "ललिता Lalita,जितेन्द्र Jitendra,मीना Meena,शत्रुघ्न Shatrughan,अंजलि Anjali,तबरेज Tabrez,बबीता Babita,"
                    + "ओमप्रकाश Omprakash,नूरजहाँ Noorjahan");
    private static final List<String[]> LAST = pairs(
            "पासवान Paswan,यादव Yadav,मिश्रा Mishra,अंसारी Ansari,चौधरी Choudhary,ठाकुर Thakur,महतो Mahto,कुशवाहा Kushwaha,"
                    + "खातून Khatoon,झा Jha,मांझी Manjhi,सिन्हा Sinha,राय Rai,साह Sah,शर्मा Sharma,आलम Alam");
    private static final List<String[]> FATHERS = pairs(
            "जगदीश Jagdish,बैजनाथ Baijnath,रहमतुल्लाह Rahmatullah,सरयुग Saryug,मोती Moti,फुलेना Phulena,अब्दुल Abdul,"
                    + "रामचन्द्र Ramchandra,कपिलदेव Kapildev,लखन Lakhan,हरिहर Harihar,बिन्देश्वरी Bindeshwari");

    static Person drawn(Lot lot) {
        int script = lot.below(2);
        String family = lot.pick(LAST)[script];
        return new Person(
                lot.pick(FIRST)[script] + " " + family,
                lot.pick(FATHERS)[script] + " " + family,
                digits(lot, 6, 4, 9),
                Verhoeff.withCheckDigit(digits(lot, 2, 8, 10)));
    }

    /** Returns the Aadhaar number as people write it: in groups of four. */
    String groupedAadhaar() {
        return aadhaar.substring(0, 4) + " " + aadhaar.substring(4, 8) + " " + aadhaar.substring(8);
    }

    private static String digits(Lot lot, int lowestFirst, int firsts, int more) {
        StringBuilder number = new StringBuilder().append(lowestFirst + lot.below(firsts));
        for (int i = 0; i < more; i++) {
            number.append(lot.below(10));
        }
        return number.toString();
    }

    private static List<String[]> pairs(String text) {
        return List.of(text.split(",")).stream().map(pair -> pair.split(" ")).toList();
    }
}
