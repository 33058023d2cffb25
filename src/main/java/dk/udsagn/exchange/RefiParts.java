package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Code;
import dk.udsagn.exchange.RefiProject.Coding;
import dk.udsagn.exchange.RefiProject.Made;
import dk.udsagn.exchange.RefiProject.Packed;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.exchange.RefiProject.Sync;
import dk.udsagn.exchange.RefiProject.Value;
import dk.udsagn.exchange.RefiXml.Node;
import dk.udsagn.transcript.LossReport.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From single elements, with all that is in them, to the parts of a {@link RefiProject}. Each thing has a GUID of its own afterwards. */
final class RefiParts {
    private final Losses losses;
    private final Map<String, Set<String>> guids = new HashMap<>();
    private int nameless;

    RefiParts(Losses losses) {
        this.losses = losses;
    }

    RefiProject.User user(Node n) {
        return new RefiProject.User(guid(n, "user"), n.attribute("name"), n.attribute("id"), n.line());
    }

    Code code(Node n) {
        String guid = guid(n, "code");
        return new Code(guid, n.attribute("name"), !n.attribute("isCodable").matches("(?i)false|0"), n.attribute("color").strip(), n.textOf("Description"),
            noteRefs(n), n.all("Code").stream().map(this::code).toList(), n.line());
    }

    RefiProject.Group group(Node n) {
        return new RefiProject.Group(guid(n, "set"), n.attribute("name"), n.textOf("Description"), targets(n, "MemberCode"), targets(n, "MemberSource"), targets(n, "MemberNote"));
    }

    RefiProject.Variable variable(Node n) {
        return new RefiProject.Variable(guid(n, "variable"), n.attribute("name"), n.attribute("typeOfVariable"));
    }

    static RefiProject.Link link(Node n) {
        return new RefiProject.Link(n.attribute("name"), RefiGuid.normal(n.attribute("originGUID")), RefiGuid.normal(n.attribute("targetGUID")), n.line());
    }

    RefiProject.Case aCase(Node n) {
        return new RefiProject.Case(guid(n, "case"), n.attribute("name"), n.textOf("Description"), targets(n, "CodeRef"), values(n), targets(n, "SourceRef"),
            targets(n, "SelectionRef"), n.line());
    }

    RefiProject.Note note(Node n) {
        var content = n.all("PlainTextContent");
        return new RefiProject.Note(guid(n, "note"), n.attribute("name"), n.textOf("Description"), n.attribute("plainTextPath"),
            content.isEmpty() ? Optional.empty() : Optional.of(new Packed(content.getFirst().text())),
            n.all("PlainTextSelection").stream().map(this::selection).flatMap(Optional::stream).toList(), made(n.attributes()));
    }

    Optional<Selection> selection(Node n) {
        var start = number(n, "startPosition");
        var end = number(n, "endPosition");
        if (start.isEmpty() || end.isEmpty()) {
            losses.add(Act.LEFT_OUT, "selection", "it does not say where it begins or ends", n.attribute("name"), n.line(), Math.max(1, n.all("Coding").size()));
            return Optional.empty();
        }
        return Optional.of(selection(n, start.get(), end, false));
    }

    /** A selection of a recording's transcript, which lies between time marks. */
    Optional<Selection> synced(Node n, Map<String, Sync> syncs) {
        var from = mark(n, "fromSyncPoint", syncs).flatMap(Sync::position);
        var to = mark(n, "toSyncPoint", syncs).flatMap(Sync::position);
        if (from.isEmpty()) {
            losses.add(Act.LEFT_OUT, "selection", "its time mark is not there or has no position", n.attribute("name"), n.line(), Math.max(1, n.all("Coding").size()));
            return Optional.empty();
        }
        if (to.isEmpty()) {
            losses.add(n.attribute("toSyncPoint").isBlank() ? Act.REPAIRED : Act.GUESSED, "selection of a transcript", "it names no time mark where it ends, or one that has no place; it was laid "
                + "on all that follows", n.attribute("name"), n.line());
        }
        return Optional.of(selection(n, from.get(), to, true));
    }

    /** The mark an attribute names. Older QualCoders write the GUIDs of all marks that stand there, one after another. */
    private static Optional<Sync> mark(Node n, String attribute, Map<String, Sync> syncs) {
        String guid = RefiGuid.normal(n.attribute(attribute));
        Sync named = syncs.get(guid);
        return Optional.ofNullable(named != null || guid.length() < 72 ? named : syncs.get(guid.substring(0, 36)));
    }

    private Selection selection(Node n, long start, Optional<Long> end, boolean edges) {
        return new Selection(guid(n, "selection"), n.attribute("name"), start, end, edges, n.textOf("Description"),
            codings(n), noteRefs(n), made(n.attributes()), n.line());
    }

    private List<Coding> codings(Node n) {
        var codings = new ArrayList<Coding>(1);                          // there are selections by the hundred thousand: no streams here, and nothing kept twice
        String time = n.attribute("creationDateTime");
        for (Node child : n.all("Coding")) {
            coding(child, time).ifPresent(codings::add);
        }
        return List.copyOf(codings);
    }

    /** {@code around} is when what it lies on was made, which is mostly when it was coded. */
    Optional<Coding> coding(Node n, String around) {
        var code = targets(n, "CodeRef");
        if (code.isEmpty()) {
            losses.add(Act.LEFT_OUT, "coding", "it names no code", "", n.line());
            return Optional.empty();
        }
        String time = n.attribute("creationDateTime");
        return Optional.of(new Coding(guid(n, "coding"), code.getFirst(), RefiGuid.normal(n.attribute("creatingUser")), time.equals(around) ? around : time, noteRefs(n)));
    }

    private List<Value> values(Node n) {
        return n.all("VariableValue").stream().map(this::value).flatMap(Optional::stream).toList();
    }

    Optional<Value> value(Node n) {
        var variable = targets(n, "VariableRef");
        var value = n.children().stream().filter(c -> c.name().endsWith("Value")).findFirst();
        return variable.isEmpty() ? Optional.empty() : value.map(v -> new Value(variable.getFirst(), v.text()));
    }

    static Made made(RefiXml.Attributes a) {
        return new Made(RefiGuid.normal(a.get("creatingUser")), a.get("creationDateTime"),
            RefiGuid.normal(a.get("modifyingUser")), a.get("modifiedDateTime"));
    }

    Sync sync(Node n) {
        return new Sync(RefiGuid.normal(n.attribute("guid")), number(n, "timeStamp"), number(n, "position"));
    }

    private Optional<Long> number(Node n, String key) {
        String text = n.attribute(key).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text.startsWith("+") ? text.substring(1) : text));
        } catch (NumberFormatException e) {
            losses.add(Act.LEFT_OUT, key, "it is no number", text, n.line());
            return Optional.empty();
        }
    }

    private List<String> noteRefs(Node n) {
        return targets(n, "NoteRef");
    }

    private List<String> targets(Node n, String child) {
        var targets = new ArrayList<String>(1);
        for (Node one : n.all(child)) {
            String target = target(one);
            if (!target.isEmpty()) {
                targets.add(target);
            }
        }
        return List.copyOf(targets);
    }

    static String target(Node n) {
        return RefiGuid.normal(n.attribute(n.attributes().has("targetGUID") ? "targetGUID" : "guid"));
    }

    private String guid(Node n, String kind) {
        return guid(n.attributes(), kind, n.line());
    }

    /** The GUID of a thing; a thing without one, or with one that a thing of its kind has already, gets one of its own. */
    String guid(RefiXml.Attributes attributes, String kind, int line) {
        String guid = RefiGuid.normal(attributes.get("guid"));
        if (guid.isEmpty()) {
            losses.add(Act.REPAIRED, kind + " without GUID", "it was given one", attributes.get("name"), line);
            return RefiGuid.of(kind, "nameless " + ++nameless);
        }
        var taken = guids.computeIfAbsent(kind, k -> new HashSet<>());
        for (int again = 2; !taken.add(guid); again++) {
            if (again == 2) {
                losses.add(Act.REPAIRED, kind + " with a GUID that another " + kind + " has", "it was given another; whatever refers to the GUID means the first", guid, line);
            }
            guid = RefiGuid.of(kind, RefiGuid.normal(attributes.get("guid")) + " " + again);
        }
        return guid;
    }
}
