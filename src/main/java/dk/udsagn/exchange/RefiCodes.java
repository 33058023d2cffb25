package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.exchange.RefiProject.Code;
import dk.udsagn.transcript.LossReport.Act;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Codes of another program as themes. What our own note knows of a theme stays, but for what the other program changed. */
final class RefiCodes {
    /** The theme of quotations that were marked and not coded. */
    static final String FREE = "quotation-without-theme";

    private final String language;
    private final RefiNames names;
    private final Losses losses;
    private final Function<List<String>, String> memos;
    private final Map<String, Theme> before;
    private final Set<String> wantedBefore = new HashSet<>();

    /** {@code memos} gives the words of notes; {@code own} is what our own note holds. */
    RefiCodes(String language, RefiNames names, Optional<Codebook> own, Function<List<String>, String> memos, Losses losses) {
        this.language = language;
        this.names = names;
        this.memos = memos;
        this.losses = losses;
        this.before = own.map(Codebook::all).orElse(Map.of());
    }

    static Theme free() {
        return Theme.of(FREE, new Wording(Map.of("da", "Citat uden tema", "en", "Quotation without a theme")));
    }

    List<Theme> themes(List<Code> codes) {
        return split(codes).stream().map(c -> theme(c, "")).toList();
    }

    private Theme theme(Code code, String parent) {
        String name = code.name().strip();
        String slug = RefiNames.slug(name);
        String wanted = slug.isEmpty() ? "code-" + code.guid().replaceAll("[^0-9a-f]", "").transform(g -> g.substring(0, Math.min(8, g.length()))) : slug;
        String id = names.id("theme", code.guid(), wantedBefore.add(wanted) || parent.isEmpty() ? wanted : parent + "-" + wanted, "-");
        if (!code.codable()) {
            names.remember("uncodable/" + id, "true");
        }
        var children = code.children().stream().map(c -> theme(c, id)).toList();
        Theme old = before.get(id);
        if (old == null) {
            return new Theme(id, word(name.isEmpty() ? id : name), word(code.description()), List.of(), List.of(), colour(code), memos.apply(code.noteRefs()),
                List.of(), List.of(), List.of(), children);
        }
        boolean sameText = code.description().equals(RefiXmlWriter.clean(description(old, language)));
        return new Theme(id, name.equals(RefiXmlWriter.clean(name(old, language)).strip()) ? old.name() : changed(old.name(), name),
            sameText ? old.definition() : changed(old.definition(), code.description()), sameText ? old.include() : List.of(), sameText ? old.exclude() : List.of(),
            colour(code).equalsIgnoreCase(old.colour()) ? old.colour() : colour(code), old.memo(), old.indicators(), old.examples(), old.counterExamples(), children);
    }

    private Wording changed(Wording old, String words) {
        var byLanguage = new LinkedHashMap<>(old.byLanguage());
        byLanguage.put(language, words);
        return new Wording(byLanguage);
    }

    private Wording word(String words) {
        return words.isBlank() ? Wording.NONE : new Wording(Map.of(language, words));
    }

    private String colour(Code code) {
        String colour = code.colour();
        if (colour.matches("#[0-9a-fA-F]{3}")) {
            return "#" + colour.charAt(1) + colour.charAt(1) + colour.charAt(2) + colour.charAt(2) + colour.charAt(3) + colour.charAt(3);
        }
        if (!colour.isEmpty() && !colour.matches("#[0-9a-fA-F]{6}")) {
            losses.add(Act.LEFT_OUT, "colour", "it is not of the form #rrggbb", colour, code.line());
            return "";
        }
        return colour;
    }

    /** What other programs show as its name: every code needs one. */
    static String name(Theme theme, String language) {
        String name = theme.name().in(language);
        return name.isBlank() ? theme.id() : name;
    }

    /** A theme's definition and criteria as one text, as other programs show it. */
    static String description(Theme theme, String language) {
        var text = new StringBuilder(theme.definition().in(language));
        list(text, "Include:", theme.include(), language);
        list(text, "Exclude:", theme.exclude(), language);
        return text.toString();
    }

    private static void list(StringBuilder text, String head, List<Wording> items, String language) {
        if (!items.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(head);
            items.forEach(w -> text.append("\n- ").append(w.in(language)));
        }
    }

    /** Flat codes named "A::B" or "A\B" as a tree: B under A. Codes that have children already are left as they are. */
    private List<Code> split(List<Code> codes) {
        if (codes.stream().noneMatch(c -> separator(c.name()) >= 0)) {
            return codes;
        }
        var paths = new LinkedHashMap<String, Node>();
        for (Code code : codes) {
            paths.put(code.name().isBlank() || paths.containsKey(code.name()) ? code.guid() : code.name(), new Node(code));
        }
        var top = new ArrayList<Node>();
        for (Node node : new ArrayList<>(paths.values())) {
            place(node, paths, top);
        }
        return top.stream().map(Node::code).toList();
    }

    private void place(Node node, Map<String, Node> paths, List<Node> top) {
        String name = node.code.name();
        int at = separator(name);
        if (at < 0) {
            top.add(node);
            return;
        }
        String over = name.substring(0, at);
        Node parent = paths.get(over);
        if (parent == null) {
            parent = new Node(new Code(RefiGuid.of("theme-over", over), over, false, "", "", List.of(), List.of(), node.code.line()));
            paths.put(over, parent);
            losses.add(Act.REPAIRED, "theme over others", "codes are named as if under it, and it was not there", over, node.code.line());
            place(parent, paths, top);
        }
        losses.add(Act.REPAIRED, "code with its path in its name", "it was put under the code it names", name, node.code.line());
        node.name = name.substring(at + (name.startsWith("::", at) ? 2 : 1));
        parent.children.add(node);
    }

    private static int separator(String name) {
        int at = Math.max(name.lastIndexOf("::"), name.lastIndexOf('\\'));
        return at > 0 && at < name.length() - (name.startsWith("::", at) ? 2 : 1) ? at : -1;
    }

    private static final class Node {
        private final Code code;
        private final List<Node> children = new ArrayList<>();
        private String name;

        private Node(Code code) {
            this.code = code;
            this.name = code.name();
        }

        private Code code() {
            var all = new ArrayList<>(code.children());
            children.forEach(c -> all.add(c.code()));
            return new Code(code.guid(), name, code.codable(), code.colour(), code.description(), code.noteRefs(), all, code.line());
        }
    }
}
