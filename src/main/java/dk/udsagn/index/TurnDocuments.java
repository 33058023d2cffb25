package dk.udsagn.index;

import dk.udsagn.transcript.Speaker;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * A transcript as Lucene documents: one a turn, then one for the transcript itself, in one block. For one thread; used again and again.
 *
 * <p>Turns hold terms with positions, parts of compounds with positions, and their {@link TurnRecord}. There is no field of exact forms: an
 * exact form is looked up by its terms and then compared with the text, which costs a few nanoseconds a candidate and saves a third of the
 * index. The transcript's document holds the forms that occur in it, once each, for queries by beginning and by spelling.
 */
final class TurnDocuments implements Iterable<Iterable<? extends IndexableField>> {
    static final String ID = "id";
    static final String TERMS = "terms";
    static final String PARTS = "parts";
    static final String FORMS = "forms";
    static final String RECORD = "record";
    static final String KIND = "kind";
    static final String TRANSCRIPT = "transcript";

    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType KEYS = type(IndexOptions.DOCS);

    private final Analysis analysis;
    private final TurnRecord.Words words = new TurnRecord.Words();
    private final TurnRecord record = new TurnRecord();
    private final WordStream terms = WordStream.terms(words);
    private final WordStream parts = WordStream.parts(words);
    private final Map<String, Word> forms = new HashMap<>();               // a form's hash is known, a word's takes all its terms
    private final Map<Speaker, Integer> speakers = new HashMap<>();
    private Transcript transcript;
    private String digest;

    TurnDocuments(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Makes this the documents of a transcript; good until the next call. */
    TurnDocuments of(Transcript next, String nextDigest) {
        transcript = next;
        digest = nextDigest;
        forms.clear();
        speakers.clear();
        return this;
    }

    @Override public Iterator<Iterable<? extends IndexableField>> iterator() {
        Iterator<Turn> turns = transcript.turns().iterator();
        var value = new BytesRef();
        var recordField = new BinaryDocValuesField(RECORD, value);
        var id = new StringField(ID, transcript.id(), Field.Store.NO);
        var termsField = new Field(TERMS, terms, WORDS);
        var partsField = new Field(PARTS, parts, WORDS);
        return new Iterator<>() {
            private boolean last;

            @Override public boolean hasNext() {
                return !last;
            }

            @Override public Iterable<? extends IndexableField> next() {
                if (turns.hasNext()) {
                    turn(turns.next());
                    value.bytes = record.bytes();
                    value.length = record.size();
                    return parts.isEmpty() ? List.of(id, termsField, recordField) : List.of(id, termsField, partsField, recordField);
                }
                last = true;
                return closing(id);
            }
        };
    }

    private void turn(Turn turn) {
        words.clear();
        int from = turn.span().start();
        int to = turn.span().end();
        analysis.scan(transcript.text(), from, to, words::add);
        for (int i = 0; i < words.count; i++) {
            forms.put(words.words[i].exact(), words.words[i]);
        }
        int speaker = speakers.computeIfAbsent(turn.speaker(), s -> speakers.size());
        record.write(transcript.text(), from, to, speaker, words);
    }

    private List<IndexableField> closing(StringField id) {
        var fields = new ArrayList<IndexableField>();
        fields.add(id);
        fields.add(new StringField(KIND, TRANSCRIPT, Field.Store.NO));
        fields.add(new BinaryDocValuesField(RECORD, new BytesRef(TranscriptRecord.bytes(transcript.id(), digest, transcript.digest(), speakers))));
        fields.add(new Field(FORMS, WordStream.forms(forms.values()), KEYS));
        return fields;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
