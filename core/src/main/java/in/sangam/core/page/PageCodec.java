package in.sangam.core.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Pages to and from the bytes of a queue message: UTF-8 JSON, written and read as a stream. Decimals keep their digits;
 * members that a reader does not know are passed over. Throws {@link IllegalArgumentException} for bytes that are no page.
 */
public final class PageCodec {

    /** Largest encoded page in bytes, so that the broker never sees a large message. */
    public static final int MAX_BYTES = 96 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final JsonFactory JSON = MAPPER.getFactory();

    private PageCodec() {}

    /** Encodes a page of rows. */
    public static byte[] encode(SourcePage page) {
        return written(json -> SourcePageJson.write(page, json));
    }

    /** Encodes a page of records. */
    public static byte[] encode(NormalisedPage page) {
        return written(json -> NormalisedPageJson.write(page, json));
    }

    /** Decodes a page of rows. */
    public static SourcePage decodeSource(byte[] bytes) {
        return read(bytes, SourcePageJson::read);
    }

    /** Decodes a page of records. */
    public static NormalisedPage decodeNormalised(byte[] bytes) {
        return read(bytes, NormalisedPageJson::read);
    }

    private static byte[] written(Writing writing) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(JSON._getBufferRecycler(), 64 * 1024);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            writing.write(json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <P> P read(byte[] bytes, Reading<P> reading) {
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            return reading.read(json);
        } catch (JsonProcessingException e) {
            // without the source excerpt: a message body must not reach a log
            throw new IllegalArgumentException(
                    "Not a page at byte " + e.getLocation().getByteOffset(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    private interface Reading<P> {
        P read(JsonParser json) throws IOException;
    }
}
