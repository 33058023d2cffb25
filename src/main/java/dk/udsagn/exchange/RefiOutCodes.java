package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Themes as codes, and as sets for programs without a tree of codes. */
final class RefiOutCodes {
    private final Codebook codebook;
    private final String language;
    private final Map<String, String> remembered;
    private final Map<String, String> guids = new HashMap<>();                    // of themes, asked for with each coding
    private final Losses losses;

    RefiOutCodes(Codebook codebook, String language, Map<String, String> remembered, Losses losses) {
        this.codebook = codebook;
        this.language = language;
        this.remembered = remembered;
        this.losses = losses;
    }

    LossReport writeAlone(OutputStream out) throws IOException {
        if (codebook.themes().isEmpty()) {
            throw new IllegalArgumentException("codebook " + codebook.id() + " has no themes; the standard has no empty codebook");
        }
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var xml = new RefiXmlWriter(writer);
        xml.begin("CodeBook", "xmlns", "urn:QDA-XML:codebook:1.0", "origin", RefiOut.ORIGIN);
        codes(xml, codebook.themes(), List.of(), null);
        sets(xml, "guid", List.of());
        xml.end();
        xml.flush();
        writer.flush();
        alike();
        told(Act.LEFT_OUT, "a codebook file has no place for it; a .qdpx carries it in a note");
        long memos = codebook.all().values().stream().filter(t -> !t.memo().isEmpty()).count();
        if (memos > 0) {
            losses.add(Act.LEFT_OUT, "memo of a theme", "a codebook file has no notes", "", 0, (int) memos);
        }
        return losses.report();
    }

    String guid(String theme) {
        return guids.computeIfAbsent(theme, id -> remembered.getOrDefault("theme/" + id, RefiGuid.orOf("theme", id)));
    }

    /** What becomes of a theme's memo: the GUID of its note. */
    interface Memo {
        String note(Theme theme);
    }

    /** The codes; {@code more} are themes that codings name and the codebook has not. */
    void codes(RefiXmlWriter xml, List<Theme> themes, Collection<String> more, Memo memo) {
        if (themes.isEmpty() && more.isEmpty()) {
            return;
        }
        xml.begin("Codes");
        themes.forEach(t -> code(xml, t, memo));
        for (String theme : more) {
            xml.empty("Code", "guid", guid(theme), "name", theme, "isCodable", "true");
            losses.add(Act.REPAIRED, "theme that the codebook has not", "codings name it; a code stands for it", theme, 0);
        }
        xml.end();
    }

    private void code(RefiXmlWriter xml, Theme theme, Memo memo) {
        xml.begin("Code", "guid", guid(theme.id()), "name", RefiCodes.name(theme, language), "isCodable", String.valueOf(!remembered.containsKey("uncodable/" + theme.id())),
            "color", theme.colour());
        String description = RefiCodes.description(theme, language);
        if (!description.isEmpty()) {
            xml.text("Description", description);
        }
        if (memo != null && !theme.memo().isEmpty()) {
            xml.empty("NoteRef", "targetGUID", memo.note(theme));
        }
        theme.themes().forEach(t -> code(xml, t, memo));
        xml.end();
    }

    /** Each theme over others as a set, and the sets that came from another program; {@code key} is what the schema calls a member's GUID. */
    void sets(RefiXmlWriter xml, String key, Collection<String> sources) {
        var groups = new LinkedHashMap<String, Theme>();
        codebook.all().values().stream().filter(t -> !t.themes().isEmpty()).forEach(t -> groups.put(RefiGuid.of("set", guid(t.id())), t));
        var known = new ArrayList<>(codebook.all().keySet().stream().map(this::guid).toList());
        var foreign = remembered.entrySet().stream().filter(e -> e.getKey().startsWith("set/")).toList();
        if (groups.isEmpty() && foreign.isEmpty()) {
            return;
        }
        xml.begin("Sets");
        groups.forEach((guid, theme) -> {
            xml.begin("Set", "guid", guid, "name", RefiCodes.name(theme, language));
            xml.empty("MemberCode", key, guid(theme.id()));
            theme.themes().forEach(t -> xml.empty("MemberCode", key, guid(t.id())));
            xml.end();
        });
        for (var set : foreign) {
            var view = JsonView.of("remembered set", 1, set.getValue());
            xml.begin("Set", "guid", set.getKey().substring(4), "name", view.text("name"));
            if (!view.text("description").isEmpty()) {
                xml.text("Description", view.text("description"));
            }
            view.items("codes").stream().map(JsonView::scalar).filter(known::contains).forEach(c -> xml.empty("MemberCode", key, c));
            if (key.equals("targetGUID")) {
                view.items("sources").stream().map(JsonView::scalar).filter(sources::contains).forEach(s -> xml.empty("MemberSource", key, s));
            }
            xml.end();
        }
        xml.end();
    }

    /** Says which themes have one name: the standard knows them apart by their GUIDs, and some programs do not. */
    void alike() {
        var names = new LinkedHashMap<String, Integer>();
        codebook.all().values().forEach(t -> names.merge(RefiCodes.name(t, language).toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
        names.forEach((name, count) -> {
            if (count > 1) {
                losses.add(Act.GUESSED, "theme with the name of another", "they travel apart; a program that knows codes by name alone may join, number or refuse them", name, 0, count);
            }
        });
    }

    /** Says what of the themes other programs do not show. */
    void told(Act act, String why) {
        int indicators = 0;
        int examples = 0;
        int languages = 0;
        for (Theme theme : codebook.all().values()) {
            indicators += theme.indicators().size();
            examples += theme.examples().size() + theme.counterExamples().size();
            languages += more(theme.name()) + more(theme.definition());
        }
        tell(act, "indicator of a theme", indicators, why);
        tell(act, "example of a theme", examples, why);
        tell(act, "wording in another language", languages, why);
    }

    private static int more(Wording wording) {
        return Math.max(0, wording.byLanguage().size() - 1);
    }

    private void tell(Act act, String what, int count, String why) {
        if (count > 0) {
            losses.add(act, what, why, "", 0, count);
        }
    }
}
