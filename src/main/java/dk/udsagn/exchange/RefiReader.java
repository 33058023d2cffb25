package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Code;
import dk.udsagn.exchange.RefiProject.Coding;
import dk.udsagn.exchange.RefiProject.Made;
import dk.udsagn.exchange.RefiProject.Packed;
import dk.udsagn.exchange.RefiProject.Selection;
import dk.udsagn.exchange.RefiProject.Sync;
import dk.udsagn.exchange.RefiProject.Text;
import dk.udsagn.exchange.RefiProject.Value;
import dk.udsagn.exchange.RefiXml.Node;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport.Act;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** From XML to a {@link RefiProject}, element by element, in whatever order and namespace they come. What it does not know it tells. */
final class RefiReader {
    private static final Set<String> SELECTIONS = Set.of("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection");
    private final RefiXml xml;
    private final Losses losses;
    private final RefiProject project = new RefiProject();
    private final Map<String, Set<String>> guids = new HashMap<>();
    private int nameless;

    private RefiReader(RefiXml xml, Losses losses) {
        this.xml = xml;
        this.losses = losses;
    }

    static RefiProject read(RefiArchive archive, Losses losses) throws IOException {
        RefiProject[] read = new RefiProject[1];
        try (var in = archive.project()) {
            RefiXml.read(archive.name(), in, (xml, root) -> {
                var reader = new RefiReader(xml, losses);
                switch (root) {
                    case "Project" -> reader.project();
                    case "CodeBook" -> reader.codebook();
                    default -> throw new FormatException(archive.name(), xml.line(), "the root element is " + root, "a .qde begins with Project, a .qdc with CodeBook");
                }
                read[0] = reader.project;
            });
        }
        return read[0];
    }

    private void codebook() throws XMLStreamException, IOException {
        project.codebookOnly = true;
        project.origin = xml.attributes().get("origin");
        xml.children(name -> {
            switch (name) {
                case "Codes" -> xml.children(c -> project.codes.add(code(xml.node())));
                case "Code" -> project.codes.add(code(xml.node()));
                case "Sets" -> xml.children(c -> project.sets.add(group(xml.node())));
                default -> unknown(name);
            }
        });
    }

    private void project() throws XMLStreamException, IOException {
        var a = xml.attributes();
        project.name = a.get("name");
        project.origin = a.get("origin");
        project.user = RefiGuid.normal(a.get("creatingUserGUID"));
        project.time = a.get("creationDateTime");
        project.modifyingUser = RefiGuid.normal(a.get("modifyingUserGUID"));
        project.modifiedTime = a.get("modifiedDateTime");
        xml.children(name -> {
            switch (name) {
                case "Users" -> xml.children(c -> user(xml.node()));
                case "CodeBook" -> xml.children(c -> {
                    if (c.equals("Codes")) {
                        xml.children(d -> project.codes.add(code(xml.node())));
                    } else if (c.equals("Code")) {                     // the wrapper is missing in some
                        project.codes.add(code(xml.node()));
                    } else if (c.equals("Sets")) {
                        xml.children(d -> project.sets.add(group(xml.node())));
                    } else {
                        unknown(c);
                    }
                });
                case "Variables" -> xml.children(c -> variable(xml.node()));
                case "Cases" -> xml.children(c -> aCase(xml.node()));
                case "Sources" -> xml.children(this::source);
                case "Notes" -> xml.children(c -> note(xml.node()));
                case "Sets" -> xml.children(c -> project.sets.add(group(xml.node())));
                case "Description" -> project.description = xml.node().text();
                case "NoteRef" -> project.noteRefs.add(target(xml.node()));
                case "Links" -> xml.children(c -> {
                    Node link = xml.node();
                    project.links.add(new RefiProject.Link(link.attribute("name"), RefiGuid.normal(link.attribute("originGUID")), RefiGuid.normal(link.attribute("targetGUID")), link.line()));
                });
                case "Graphs" -> xml.children(c -> {
                    Node graph = xml.node();
                    losses.add(Act.LEFT_OUT, "graph", "a study has no drawings", graph.attribute("name"), graph.line());
                });
                default -> unknown(name);
            }
        });
    }

    private void unknown(String name) throws XMLStreamException, IOException {
        int line = xml.line();
        losses.add(Act.LEFT_OUT, "element " + name, "the standard has no such element here", "", line, 1 + xml.skip());
    }

    private void user(Node n) {
        project.users.add(new RefiProject.User(guid(n, "user"), n.attribute("name"), n.attribute("id"), n.line()));
    }

    private Code code(Node n) {
        String guid = guid(n, "code");
        return new Code(guid, n.attribute("name"), !n.attribute("isCodable").matches("(?i)false|0"), n.attribute("color").strip(), n.textOf("Description"),
            noteRefs(n), n.all("Code").stream().map(this::code).toList(), n.line());
    }

    private RefiProject.Group group(Node n) {
        return new RefiProject.Group(guid(n, "set"), n.attribute("name"), n.textOf("Description"), targets(n, "MemberCode"), targets(n, "MemberSource"), targets(n, "MemberNote"));
    }

    private void variable(Node n) {
        project.variables.add(new RefiProject.Variable(guid(n, "variable"), n.attribute("name"), n.attribute("typeOfVariable")));
    }

    private void aCase(Node n) {
        project.cases.add(new RefiProject.Case(guid(n, "case"), n.attribute("name"), n.textOf("Description"), targets(n, "CodeRef"), values(n), targets(n, "SourceRef"),
            targets(n, "SelectionRef"), n.line()));
    }

    private void note(Node n) {
        var content = n.all("PlainTextContent");
        project.notes.add(new RefiProject.Note(guid(n, "note"), n.attribute("name"), n.textOf("Description"), n.attribute("plainTextPath"),
            content.isEmpty() ? Optional.empty() : Optional.of(new Packed(content.getFirst().text())),
            n.all("PlainTextSelection").stream().map(this::selection).flatMap(Optional::stream).toList(), made(n.attributes())));
    }

    private void source(String kind) throws XMLStreamException, IOException {
        switch (kind) {
            case "TextSource" -> text(List.of(), "");
            case "PictureSource", "PDFSource", "AudioSource", "VideoSource" -> media(kind);
            default -> unknown(kind);
        }
    }

    private void media(String kind) throws XMLStreamException, IOException {
        var a = xml.attributes();
        int line = xml.line();
        String guid = guid(a, kind, line);
        String name = a.get("name");
        project.media.add(new RefiProject.Media(kind, guid, name, a.get(a.has("path") ? "path" : "currentPath"), line));
        var lost = new ArrayList<Node>();
        int before = project.texts.size();
        xml.children(child -> {
            if (child.equals("Representation") || child.equals("Transcript") || child.equals("TextDescription")) {
                text(List.of(guid), name);
            } else if (SELECTIONS.contains(child)) {
                lost.add(xml.node());
            } else {
                Node other = xml.node();
                String why = "a study keeps no codings, notes and values of recordings and pictures";
                losses.add(Act.LEFT_OUT, other.name() + " of a " + kind, why, other.name().equals("Description") ? other.text() : name, other.line());
            }
        });
        var inText = new HashSet<String>();
        project.texts.subList(before, project.texts.size()).forEach(t -> t.selections().forEach(s -> inText.add(s.guid())));
        for (Node selection : lost) {
            if (!inText.contains(RefiGuid.normal(selection.attribute("guid")))) {            // else the same selection came along in the words of the PDF
                losses.add(Act.LEFT_OUT, selection.name(), "it lies on a page, picture or recording and not on words", selection.attribute("name"), selection.line(),
                    Math.max(1, selection.all("Coding").size()));
            }
        }
    }

    /** A text; {@code also} are GUIDs of the recording or PDF it belongs to. */
    private void text(List<String> also, String ofMedia) throws XMLStreamException, IOException {
        var a = xml.attributes();
        int line = xml.line();
        var all = new ArrayList<>(also);
        all.addFirst(guid(a, "source", line));
        var selections = new ArrayList<Selection>();
        var bySync = new ArrayList<Node>();
        var codings = new ArrayList<Coding>();
        var noteRefs = new ArrayList<String>();
        var values = new ArrayList<Value>();
        var syncs = new ArrayList<Sync>();
        String[] description = {""};
        Packed[] content = {null};
        xml.children(child -> {
            switch (child) {
                case "Description" -> description[0] = xml.node().text();
                case "PlainTextContent" -> content[0] = new Packed(xml.node().text());
                case "PlainTextSelection" -> selection(xml.node()).ifPresent(selections::add);
                case "TranscriptSelection" -> bySync.add(xml.node());
                case "SyncPoint" -> {
                    Node n = xml.node();
                    syncs.add(new Sync(RefiGuid.normal(n.attribute("guid")), number(n, "timeStamp"), number(n, "position")));
                }
                case "Coding" -> coding(xml.node()).ifPresent(codings::add);
                case "NoteRef" -> noteRefs.add(target(xml.node()));
                case "VariableValue" -> value(xml.node()).ifPresent(values::add);
                default -> unknown(child);
            }
        });
        var bySyncGuid = new HashMap<String, Sync>();
        syncs.forEach(s -> bySyncGuid.put(s.guid(), s));
        bySync.forEach(n -> synced(n, bySyncGuid).ifPresent(selections::add));
        String name = ofMedia.isBlank() ? a.get("name") : ofMedia;
        project.texts.add(new Text(all.getFirst(), all, name, a.get("plainTextPath"), a.get("richTextPath"), Optional.ofNullable(content[0]),
            selections, codings, description[0], noteRefs, values, syncs, made(a), line));
    }

    private Optional<Selection> selection(Node n) {
        var start = number(n, "startPosition");
        var end = number(n, "endPosition");
        if (start.isEmpty() || end.isEmpty()) {
            losses.add(Act.LEFT_OUT, "selection", "it does not say where it begins or ends", n.attribute("name"), n.line(), Math.max(1, n.all("Coding").size()));
            return Optional.empty();
        }
        return Optional.of(selection(n, start.get(), end, false));
    }

    private Optional<Selection> synced(Node n, Map<String, Sync> syncs) {
        var from = Optional.ofNullable(syncs.get(RefiGuid.normal(n.attribute("fromSyncPoint")))).flatMap(Sync::position);
        var to = Optional.ofNullable(syncs.get(RefiGuid.normal(n.attribute("toSyncPoint")))).flatMap(Sync::position);
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

    private Selection selection(Node n, long start, Optional<Long> end, boolean edges) {
        return new Selection(guid(n, "selection"), n.attribute("name"), start, end, edges, n.textOf("Description"),
            n.all("Coding").stream().map(this::coding).flatMap(Optional::stream).toList(), noteRefs(n), made(n.attributes()), n.line());
    }

    private Optional<Coding> coding(Node n) {
        var code = targets(n, "CodeRef");
        if (code.isEmpty()) {
            losses.add(Act.LEFT_OUT, "coding", "it names no code", "", n.line());
            return Optional.empty();
        }
        return Optional.of(new Coding(guid(n, "coding"), code.getFirst(), RefiGuid.normal(n.attribute("creatingUser")), n.attribute("creationDateTime"), noteRefs(n)));
    }

    private List<Value> values(Node n) {
        return n.all("VariableValue").stream().map(this::value).flatMap(Optional::stream).toList();
    }

    private Optional<Value> value(Node n) {
        var variable = targets(n, "VariableRef");
        var value = n.children().stream().filter(c -> c.name().endsWith("Value")).findFirst();
        return variable.isEmpty() ? Optional.empty() : value.map(v -> new Value(variable.getFirst(), v.text()));
    }

    private static Made made(RefiXml.Attributes a) {
        return new Made(RefiGuid.normal(a.get("creatingUser")), a.get("creationDateTime"),
            RefiGuid.normal(a.get("modifyingUser")), a.get("modifiedDateTime"));
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
        return n.children().isEmpty() ? List.of() : n.all(child).stream().map(RefiReader::target).filter(t -> !t.isEmpty()).toList();
    }

    private static String target(Node n) {
        return RefiGuid.normal(n.attribute(n.attributes().has("targetGUID") ? "targetGUID" : "guid"));
    }

    private String guid(Node n, String kind) {
        return guid(n.attributes(), kind, n.line());
    }

    /** The GUID of a thing; a thing without one, or with one that a thing of its kind has already, gets one of its own. */
    private String guid(RefiXml.Attributes attributes, String kind, int line) {
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
