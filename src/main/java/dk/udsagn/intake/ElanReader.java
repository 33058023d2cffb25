package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Times;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * ELAN files: tiers are speakers, annotations stand in the order of their times, and overlapping speech is kept. Tiers that
 * hang on others are translations and notes and are set aside.
 */
final class ElanReader implements TranscriptReader {
    private final Wording wording;

    ElanReader(Wording wording) {
        this.wording = wording;
    }

    private record Tier(String label, String id, boolean dependent) {
    }

    private record Annotation(Tier tier, String words, String from, String to, int line) {
    }

    @Override public Optional<Reading> read(Source file) {
        byte[] raw = file.raw();
        String begin = new String(raw, 0, Math.min(raw.length, 2000), StandardCharsets.ISO_8859_1).replace("\0", "");
        if (!begin.contains("<ANNOTATION_DOCUMENT")) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        try {
            return Optional.of(read(file, losses));
        } catch (XMLStreamException e) {
            throw SafeXml.fault(file.name(), e);
        }
    }

    private Reading read(Source file, Losses losses) throws XMLStreamException {
        var slots = new LinkedHashMap<String, OptionalLong>();
        List<Annotation> speech = speech(annotations(file, slots), losses);
        Map<String, Integer> order = order(slots);
        var sorted = new ArrayList<>(speech);
        sorted.sort(Comparator.comparingInt(a -> order.getOrDefault(a.from, Integer.MAX_VALUE)));
        var document = new DocumentText(wording, losses);
        var offsets = new ArrayList<int[]>();
        for (Annotation a : sorted) {
            offsets.add(document.add(a.words, SourcePlace.line(a.line)));
        }
        SourceText source = document.source(file.name());
        var assembly = new Assembly(source, wording, losses, " ");
        for (int i = 0; i < sorted.size(); i++) {
            Annotation a = sorted.get(i);
            List<Piece> words = CueText.trimmed(source, List.of(new Piece.Copy(offsets.get(i)[0], offsets.get(i)[1])));
            if (words.isEmpty()) {
                losses.setAside("annotation without words", "there is nothing to code in it", a.tier.label, SourcePlace.line(a.line));
            } else {
                assembly.add(new Utterance(a.tier.label, words, new Times(slots.getOrDefault(a.from, OptionalLong.empty()), slots.getOrDefault(a.to, OptionalLong.empty()))));
            }
        }
        if (assembly.isEmpty()) {
            throw new FormatException(file.name(), 0, "the ELAN file has no annotations with words", "are the transcripts in this file?");
        }
        return losses.reading(assembly.transcript(file.id()), "ELAN");
    }

    private static List<Annotation> annotations(Source file, Map<String, OptionalLong> slots) throws XMLStreamException {
        var out = new ArrayList<Annotation>();
        Tier tier = new Tier("?", "?", false);
        String from = "";
        String to = "";
        XMLStreamReader xml = SafeXml.open(file.raw());
        while (xml.hasNext()) {
            if (SafeXml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "TIME_SLOT" -> slots.put(attribute(xml, "TIME_SLOT_ID"), time(attribute(xml, "TIME_VALUE")));
                case "TIER" -> tier = tier(xml);
                case "ALIGNABLE_ANNOTATION" -> {
                    from = attribute(xml, "TIME_SLOT_REF1");
                    to = attribute(xml, "TIME_SLOT_REF2");
                }
                case "REF_ANNOTATION" -> {
                    from = "";
                    to = "";
                }
                case "ANNOTATION_VALUE" -> {
                    int line = xml.getLocation().getLineNumber();
                    out.add(new Annotation(tier, xml.getElementText().replace('\n', ' '), from, to, Math.max(1, line)));
                }
                default -> { }
            }
        }
        return out;
    }

    private static Tier tier(XMLStreamReader xml) {
        String id = Characters.squeeze(attribute(xml, "TIER_ID"));
        String person = Characters.squeeze(attribute(xml, "PARTICIPANT"));
        return new Tier(!person.isEmpty() ? person : id.isEmpty() ? "?" : id, id, !attribute(xml, "PARENT_REF").isEmpty());
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static OptionalLong time(String value) {
        return value.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** Slots in the order of time; of one time in the order of the file, and one without a time right after the slot before it. */
    private static Map<String, Integer> order(Map<String, OptionalLong> slots) {
        var times = new HashMap<String, Long>();
        long last = 0;
        for (Map.Entry<String, OptionalLong> slot : slots.entrySet()) {
            last = slot.getValue().orElse(last);
            times.put(slot.getKey(), last);
        }
        var sorted = new ArrayList<>(slots.keySet());
        sorted.sort(Comparator.comparingLong(times::get));
        var order = new HashMap<String, Integer>();
        sorted.forEach(slot -> order.put(slot, order.size()));
        return order;
    }

    /** The annotations that are speech: of tiers that hang on no other, and are not called a note. */
    private List<Annotation> speech(List<Annotation> all, Losses losses) {
        var out = new ArrayList<Annotation>();
        for (Annotation a : all) {
            boolean note = wording.labels().isNever(a.tier.id) || wording.labels().isNever(a.tier.label);
            if (a.tier.dependent || note) {
                losses.setAside("tier " + a.tier.id, a.tier.dependent ? "it hangs on another tier: a translation or a note" : "its name says that it is no speech",
                    a.words, SourcePlace.line(a.line));
            } else {
                out.add(a);
            }
        }
        return out;
    }
}
