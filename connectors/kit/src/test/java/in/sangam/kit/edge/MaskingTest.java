package in.sangam.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import in.sangam.kit.edge.Masking.Mode;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AADHAAR = "234567890124";

    @Test
    void declared_fields_are_masked_at_any_depth_and_null_stays_null() throws Exception {
        Masking masking = masking(Map.of("name", Mode.MASK, "father", Mode.MASK, "contact.email", Mode.MASK), Set.of());

        assertThat(masked(masking, "{'name':'सुनीता','father':null,'contact':{'email':'a@b.in','town':'Gaya'}}"))
                .isEqualTo(json("{'name':'***','father':null,'contact':{'email':'***','town':'Gaya'}}"));
    }

    @Test
    void a_pseudonym_links_two_records_of_a_person_and_depends_on_the_key() throws Exception {
        Map<String, Mode> declared = Map.of("employee", Mode.PSEUDONYM);
        String one = masked(masking(declared, Set.of()), "{'employee':'E1'}")
                .path("employee")
                .asText();
        String same = masked(masking(declared, Set.of()), "{'employee':' e1 '}")
                .path("employee")
                .asText();
        String other = masked(masking(declared, Set.of()), "{'employee':'E2'}")
                .path("employee")
                .asText();
        Masking otherKey = new Masking(declared, Set.of(), Secret.named("k", Settings.of(Map.of("k", "another key"))));

        assertThat(one).isEqualTo(same).isNotEqualTo(other).matches("p-[a-p]{32}");
        assertThat(masked(otherKey, "{'employee':'E1'}").path("employee").asText())
                .isNotEqualTo(one);
    }

    @Test
    void an_aadhaar_is_found_in_texts_numbers_lists_and_names_of_members() throws Exception {
        Masking masking = masking(Map.of(), Set.of());

        assertThat(masked(
                        masking,
                        "{'note':'UID 2345 6789 0124','n':" + AADHAAR + ",'list':['" + AADHAAR + "',7],'" + AADHAAR
                                + "':{'m':9876543210}}"))
                .isEqualTo(json("{'note':'UID ***','n':'***','list':['***',7],'***':{'m':'***'}}"));
    }

    @Test
    void kept_fields_and_everything_else_stay_as_they_are() throws Exception {
        Masking masking = masking(Map.of(), Set.of("key", "v.$date"));
        String row = "{'key':'" + AADHAAR + "','v':{'$date':'9876543210'},'amount':12.50,'big':12345678901234567890,"
                + "'flag':true,'none':null,'text':'पटना — 800001','empty':''}";

        assertThat(masked(masking, row)).isEqualTo(json(row));
    }

    @Test
    void in_rows_of_any_shape_no_valid_aadhaar_survives() throws Exception {
        Random random = new Random(20261031);
        Masking masking = masking(Map.of(), Set.of());
        for (int i = 0; i < 5_000; i++) {
            String number = AadhaarNumbers.any(random);
            String written = AadhaarNumbers.written(number, random);
            String value = random.nextBoolean() ? "'पहचान " + written + " से'" : number;
            String row = random.nextBoolean() ? "{'a':{'b':[1," + value + "]}}" : "{'a':" + value + ",'b':'x'}";

            assertThat(masked(masking, row).toString()).doesNotContain(written).doesNotContain(number);
        }
    }

    private static Masking masking(Map<String, Mode> declared, Set<String> kept) {
        return new Masking(declared, kept, Secret.named("k", Settings.of(Map.of("k", "a key"))));
    }

    private static JsonNode masked(Masking masking, String row) throws Exception {
        return masking.masked(json(row));
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
