package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.SourcePage;
import in.sangam.core.record.Assembled;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordAssembler;
import java.util.ArrayList;
import java.util.List;

/** The Normalizer: a page of a portal's rows in, a page of canonical records out; a row that fails is rejected alone. */
public final class Normaliser {

    private final RecordAssembler assembler;

    public Normaliser(RecordAssembler assembler) {
        this.assembler = assembler;
    }

    /** Normalises a page with the translator of its stream; never throws for what is in a row. */
    public NormalisedPage normalise(SourcePage page, Translator translator) {
        List<CanonicalRecord> records = new ArrayList<>(page.rows().size());
        List<Rejection> rejections = new ArrayList<>(0);
        for (int i = 0; i < page.rows().size(); i++) {
            JsonNode row = page.rows().get(i);
            try {
                Assembled assembled = assembler.assemble(
                        page.head().portal(), page.head().stream(), i, translator.translate(row), row);
                if (assembled instanceof Assembled.Valid valid) {
                    records.add(valid.record());
                } else if (assembled instanceof Assembled.Invalid invalid) {
                    rejections.add(invalid.rejection());
                }
            } catch (RowRejected rejected) {
                rejections.add(rejected.at(i, translator.sourceId(row), row));
            } catch (RuntimeException unforeseen) {
                // Whatever it is, it is this row's: the others of its page go on.
                rejections.add(MappingFailure.rejected(unforeseen).at(i, translator.sourceId(row), row));
            }
        }
        return new NormalisedPage(page.head(), records, rejections);
    }
}
