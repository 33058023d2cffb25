package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** The index as it was when it was opened, with its transcripts in order of id. */
final class Snapshot {
    /** Where a transcript's turns lie: documents {@code first} to {@code last} (exclusive) of a segment; {@code last} is its own record. */
    record Block(TranscriptRecord transcript, int segment, int first, int last) { }

    private final DirectoryReader reader;
    private final List<LeafReader> segments = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    Snapshot(DirectoryReader reader) throws IOException {
        this.reader = reader;
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader segment = context.reader();
            var records = segment.getBinaryDocValues(TurnDocuments.RECORD);
            PostingsEnum transcripts = segment.postings(new Term(TurnDocuments.KIND, TurnDocuments.TRANSCRIPT), PostingsEnum.NONE);
            int first = 0;
            while (transcripts != null && transcripts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int last = transcripts.docID();
                if ((segment.getLiveDocs() == null || segment.getLiveDocs().get(last)) && records.advanceExact(last)) {
                    blocks.add(new Block(TranscriptRecord.of(records.binaryValue()), segments.size(), first, last));
                }
                first = last + 1;
            }
            segments.add(segment);
        }
        blocks.sort(Comparator.comparing(block -> block.transcript().id()));
    }

    DirectoryReader reader() {
        return reader;
    }

    List<LeafReader> segments() {
        return segments;
    }

    /** By id. */
    List<Block> blocks() {
        return blocks;
    }
}
