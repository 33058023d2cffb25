package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Coding;
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
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** From XML to a {@link RefiProject}, element by element, in whatever order and namespace they come. What it does not know it tells. */
final class RefiReader {
    private static final Set<String> SELECTIONS = Set.of("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection");
    private final RefiXml xml;
    private final Losses losses;
    private final RefiProject project = new RefiProject();
    private final RefiParts parts;

    private RefiReader(RefiXml xml, Losses losses) {
        this.xml = xml;
        this.losses = losses;
        this.parts = new RefiParts(losses);
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
                case "Codes" -> xml.children(c -> project.codes.add(parts.code(xml.node())));
                case "Code" -> project.codes.add(parts.code(xml.node()));
                case "Sets" -> xml.children(c -> project.sets.add(parts.group(xml.node())));
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
                case "Users" -> xml.children(c -> project.users.add(parts.user(xml.node())));
                case "CodeBook" -> xml.children(c -> {
                    if (c.equals("Codes")) {
                        xml.children(d -> project.codes.add(parts.code(xml.node())));
                    } else if (c.equals("Code")) {                     // the wrapper is missing in some
                        project.codes.add(parts.code(xml.node()));
                    } else if (c.equals("Sets")) {
                        xml.children(d -> project.sets.add(parts.group(xml.node())));
                    } else {
                        unknown(c);
                    }
                });
                case "Variables" -> xml.children(c -> project.variables.add(parts.variable(xml.node())));
                case "Cases" -> xml.children(c -> project.cases.add(parts.aCase(xml.node())));
                case "Sources" -> xml.children(this::source);
                case "Notes" -> xml.children(c -> project.notes.add(parts.note(xml.node())));
                case "Sets" -> xml.children(c -> project.sets.add(parts.group(xml.node())));
                case "Description" -> project.description = xml.node().text();
                case "NoteRef" -> project.noteRefs.add(RefiParts.target(xml.node()));
                case "Links" -> xml.children(c -> project.links.add(RefiParts.link(xml.node())));
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

    private void source(String kind) throws XMLStreamException, IOException {
        switch (kind) {
            case "TextSource" -> text(Optional.empty());
            case "PictureSource", "PDFSource", "AudioSource", "VideoSource" -> media(kind);
            default -> unknown(kind);
        }
    }

    private void media(String kind) throws XMLStreamException, IOException {
        var a = xml.attributes();
        int line = xml.line();
        String guid = parts.guid(a, kind, line);
        String name = a.get("name");
        var media = new RefiProject.Media(kind, guid, name, a.get(a.has("path") ? "path" : "currentPath"), line, new ArrayList<>());
        project.media.add(media);
        var lost = new ArrayList<Node>();
        int before = project.texts.size();
        xml.children(child -> {
            if (child.equals("Representation") || child.equals("Transcript") || child.equals("TextDescription")) {
                text(Optional.of(media));
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

    /** A text, as it stands or of a recording, PDF or picture. */
    private void text(Optional<RefiProject.Media> media) throws XMLStreamException, IOException {
        var a = xml.attributes();
        int line = xml.line();
        var all = new ArrayList<>(List.of(parts.guid(a, "source", line)));
        media.ifPresent(m -> all.add(m.guid()));
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
                case "PlainTextSelection" -> parts.selection(xml.node()).ifPresent(selections::add);
                case "TranscriptSelection" -> bySync.add(xml.node());
                case "SyncPoint" -> syncs.add(parts.sync(xml.node()));
                case "Coding" -> parts.coding(xml.node(), a.get("creationDateTime")).ifPresent(codings::add);
                case "NoteRef" -> noteRefs.add(RefiParts.target(xml.node()));
                case "VariableValue" -> parts.value(xml.node()).ifPresent(values::add);
                default -> unknown(child);
            }
        });
        var bySyncGuid = new HashMap<String, Sync>();
        syncs.forEach(s -> bySyncGuid.put(s.guid(), s));
        bySync.forEach(n -> parts.synced(n, bySyncGuid).ifPresent(selections::add));
        String name = media.map(RefiProject.Media::name).filter(n -> !n.isBlank()).orElse(a.get("name"));
        media.ifPresent(m -> m.transcripts().add(new RefiProject.Transcript(all.getFirst(), a.get("name"), syncs)));
        project.texts.add(new Text(all.getFirst(), all, name, a.get("plainTextPath"), a.get("richTextPath"), Optional.ofNullable(content[0]),
            selections, codings, description[0], noteRefs, values, syncs, RefiParts.made(a), line));
    }
}
