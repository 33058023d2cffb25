package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiTimes.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A transcript of a recording that came along: remembered, so that an export writes the recording with its transcript and time marks as they came.
 *
 * @param guid   GUID of the transcript: that of the source, or, where the source came as a text of its own too, another
 * @param source id of the source with its words
 * @param media  GUID of the recording
 * @param name   the transcript's own name
 * @param digest digest of the text that the marks count in
 * @param marks  its time marks, in the order of the text, but for those that an export made for the edges of selections
 */
record RefiRecording(String guid, String source, String media, String name, String digest, List<Mark> marks) {
    /** Before the GUID of a transcript, among what is remembered. */
    static final String KEY = "recording/";
    private static final Pattern MARK = Pattern.compile("([0-9]{1,9})@([0-9]{1,18})? (.+)");

    RefiRecording {
        marks = marks.stream().filter(m -> m.ms().isPresent() || !m.guid().equals(edge(source, m.at()))).toList();
    }

    /** The GUID of a time mark without a time that an export makes for the edge of a selection where no other mark stands. */
    static String edge(String source, int at) {
        return RefiGuid.of("sync", source + " " + at);
    }

    RefiRecording of(String otherSource) {
        return new RefiRecording(guid, otherSource, media, name, digest, marks);
    }

    String key() {
        return KEY + guid;
    }

    String value() {
        return Json.line(Json.object("source", source, "media", media, "name", name, "text", digest, "marks",
            marks.stream().map(m -> m.at() + "@" + (m.ms().isPresent() ? m.ms().getAsLong() : "") + " " + m.guid()).toList()));
    }

    /** All that are remembered. */
    static List<RefiRecording> all(Map<String, String> remembered) {
        var all = new ArrayList<RefiRecording>();
        remembered.forEach((key, value) -> {
            if (key.startsWith(KEY)) {
                var view = JsonView.of("remembered " + key, 1, value);
                var marks = new ArrayList<Mark>();
                for (String mark : view.scalars("marks")) {
                    var is = MARK.matcher(mark);
                    if (!is.matches()) {
                        throw view.fault("\"" + mark + "\" is no time mark", "write it as in 12@2100 and its GUID: from where in the text, at milliseconds");
                    }
                    marks.add(new Mark(is.group(3), Integer.parseInt(is.group(1)), is.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(is.group(2)))));
                }
                all.add(new RefiRecording(key.substring(KEY.length()), view.text("source"), view.text("media"), view.text("name"), view.text("text"), marks));
            }
        });
        return all;
    }
}
