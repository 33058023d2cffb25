package dk.udsagn.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which heads of lines name a speaker. One line cannot tell ("Altså: ..." looks like "Anna: ..."), the whole file can:
 * a label is a word that transcripts use as one, or comes again and again, or begins a paragraph where nearly all
 * paragraphs begin with a label.
 */
final class Labels {
    /**
     * A line's head with what stands round it.
     *
     * @param opens  whether the line may begin a turn: it begins a paragraph, or every line of the file does
     * @param parted whether an empty line or a paragraph's end stands above it
     * @param timed  whether a line that is only a time stands right above it
     * @param sure   whether it is known to name a speaker, as in a table's column of speakers
     */
    record Line(Head head, boolean opens, boolean parted, boolean timed, boolean sure) {
        /** A line of a file that has no paragraphs, such as a cue. */
        static Line of(Head head, boolean opens) {
            return new Line(head, opens, false, false, false);
        }

        Line opening() {
            return new Line(head, true, parted, timed, sure);
        }
    }

    private static final Pattern NUMBERED = Pattern.compile(" \\d{1,3}$");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\p{L}[\\p{L} ]*\\.?) ?(\\d{1,3})\\.?");
    private static final int FEWEST_NUMBERED = 4;
    private static final Pattern PARTS = Pattern.compile("[ -]");

    private enum Style { COLON, TAB, ALONE, DASH }

    private final LabelWords words;
    private final List<Line> lines;
    private final String text;
    private final Map<Style, Map<String, Integer>> counts = new HashMap<>();
    private Set<String> lowerCaseWords;
    private Boolean colons;

    private Labels(LabelWords words, List<Line> lines, String text) {
        this.words = words;
        this.lines = lines;
        this.text = text;
        for (Line line : lines) {
            Style style = style(line.head());
            if (style != null) {
                counts.computeIfAbsent(style, s -> new HashMap<>()).merge(key(line.head().label()), 1, Integer::sum);
            }
        }
    }

    /** The speaker each line's head names, spelt as at its first mention; null for lines that name none. */
    static String[] of(LabelWords words, List<Line> lines, String text) {
        return new Labels(words, lines, text).choose();
    }

    private static Style style(Head head) {
        return switch (head.mark()) {
            case COLON, TIGHT_COLON, SEMICOLON, BRACKET -> Style.COLON;
            case TAB -> Style.TAB;
            case ALONE, ALONE_WITH_TIME -> Style.ALONE;
            case DASH -> Style.DASH;
            case NONE -> null;
        };
    }

    private static String key(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private String[] choose() {
        boolean[] accepted = new boolean[lines.size()];
        var perStyle = new int[Style.values().length];
        for (int i = 0; i < accepted.length; i++) {
            if (isStrong(lines.get(i))) {
                accepted[i] = true;
                perStyle[style(lines.get(i).head()).ordinal()]++;
            }
        }
        Style main = Style.COLON;
        for (Style style : Style.values()) {
            main = perStyle[style.ordinal()] > perStyle[main.ordinal()] ? style : main;
        }
        for (int i = 0; i < accepted.length; i++) {
            Head head = lines.get(i).head();
            accepted[i] &= lines.get(i).sure() || style(head) == main || style(head) == Style.COLON && words.knows(head.label())
                || head.mark() == Head.Mark.ALONE_WITH_TIME && main == Style.COLON && words.knows(head.label());
        }
        if (main == Style.COLON) {
            addWeak(accepted);
        } else if (main == Style.ALONE) {
            addTimed(accepted);
        }
        dropAmidParagraphs(accepted);
        return spelt(accepted);
    }

    private boolean isStrong(Line line) {
        Head head = line.head();
        Style style = style(head);
        if (line.sure()) {
            return true;
        }
        if (style == null) {
            return false;
        }
        int count = counts.get(style).get(key(head.label()));
        if (words.isNever(head.label()) && !areInitials(head.label(), count)) {
            return false;
        }
        boolean capital = Character.isUpperCase(head.label().codePointAt(0));
        boolean known = words.knows(head.label()) && (capital || count > 1);      // "... og / spørger: ..." is no speaker
        return switch (head.mark()) {
            case COLON -> known || count >= (capital ? 3 : 4) && (capital || head.label().indexOf(' ') < 0 || line.opens() && mostlyColons());
            case TIGHT_COLON -> known || capital && count >= 3 && !Character.isDigit(text.charAt(head.text()));
            case BRACKET -> known && head.label().length() > 1 || capital && mostlyBrackets();
            case SEMICOLON -> known && count >= 3 && lines.stream().anyMatch(l -> l.head().mark() == Head.Mark.COLON && key(l.head().label()).equals(key(head.label())));
            case TAB -> known || capital && count >= 3 && head.label().length() <= 30;
            case DASH -> known && count >= 2;
            case ALONE_WITH_TIME -> known || count >= (capital ? 2 : 3) && (capital || line.opens()) || capital && line.opens();
            case ALONE -> known && (count >= 2 || head.label().length() > 2)
                || capital && count >= 3 && line.opens() && !head.label().endsWith(".") && head.label().length() <= 30;
            case NONE -> false;
        };
    }

    /** Whether capitals that would be an abbreviation elsewhere, such as "KL", are a speaker's initials: they come again and again. */
    private boolean areInitials(String label, int count) {
        return count >= 5 && count * 8 >= lines.stream().filter(Line::opens).count() && label.length() <= 4 && label.chars().allMatch(Character::isUpperCase);
    }

    /** Whether nearly every paragraph begins with some words and a colon. */
    private boolean mostlyColons() {
        if (colons == null) {
            long opening = lines.stream().filter(Line::opens).count();
            colons = 10 * lines.stream().filter(l -> l.opens() && l.head().mark() == Head.Mark.COLON).count() >= 8 * opening;
        }
        return colons;
    }

    /** Whether most paragraphs begin with something in brackets: then it is the speaker, and no note such as "(griner)". */
    private boolean mostlyBrackets() {
        long brackets = lines.stream().filter(l -> l.opens() && l.head().mark() == Head.Mark.BRACKET && Character.isUpperCase(l.head().label().codePointAt(0))).count();
        return 2 * brackets > lines.stream().filter(Line::opens).count();
    }

    /** Names that come once or twice, where paragraphs mostly begin with labels. */
    private void addWeak(boolean[] accepted) {
        int openings = 0;
        int labelled = 0;
        int candidates = 0;
        for (int i = 0; i < accepted.length; i++) {
            Line line = lines.get(i);
            openings += line.opens() ? 1 : 0;
            labelled += line.opens() && accepted[i] ? 1 : 0;
            candidates += line.opens() && !accepted[i] && mayBeWeak(line) ? 1 : 0;
        }
        int all = labelled + candidates;
        boolean mostly = labelled > 0 ? all >= 0.6 * openings : candidates >= 2 && candidates >= 0.6 * openings;
        var named = new HashSet<String>();
        for (Line line : lines) {
            if (line.opens() && mayBeWeak(line) && !isOrdinaryWord(line.head().label())) {
                named.add(key(line.head().label()));
            }
        }
        if (!mostly) {
            named.removeIf(n -> counts.get(Style.COLON).get(n) < 2);
            if (labelled > 0 || named.size() < 2) {
                return;
            }
        }
        for (int i = 0; i < accepted.length; i++) {
            Line line = lines.get(i);
            accepted[i] |= mayBeWeak(line) && named.contains(key(line.head().label()));
        }
    }

    /** Names that stand alone and come once or twice, right below a time, where a name nearly always does. */
    private void addTimed(boolean[] accepted) {
        int timed = 0;
        int named = 0;
        for (int i = 0; i < accepted.length; i++) {
            timed += lines.get(i).timed() ? 1 : 0;
            named += lines.get(i).timed() && accepted[i] ? 1 : 0;
        }
        if (named >= 3 && 10 * named >= 7 * timed) {
            for (int i = 0; i < accepted.length; i++) {
                accepted[i] |= lines.get(i).timed() && lines.get(i).head().mark() == Head.Mark.ALONE && lines.get(i).head().label().length() <= 40;
            }
        }
    }

    /**
     * Where turns are parted by empty lines, a label that only ever stands amid a paragraph is quoted: "hun skrev i journalen: /
     * IP: velbefindende".
     */
    private void dropAmidParagraphs(boolean[] accepted) {
        int parted = 0;
        int all = 0;
        var parting = new HashSet<String>();
        for (int i = 0; i < accepted.length; i++) {
            if (accepted[i]) {
                all++;
                if (lines.get(i).parted() || lines.get(i).timed() || lines.get(i).sure()) {
                    parted++;
                    parting.add(key(lines.get(i).head().label()));
                }
            }
        }
        if (parted < 6 || 10 * parted < 9 * all) {
            return;
        }
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] &= parting.contains(key(lines.get(i).head().label()));
        }
    }

    private boolean mayBeWeak(Line line) {
        Head head = line.head();
        boolean lowerCase = head.text() < text.length() && Character.isLowerCase(text.charAt(head.text()));
        if (head.mark() != Head.Mark.COLON || head.label().indexOf(',') >= 0 || words.isNever(head.label()) || lowerCase && counts.get(Style.COLON).get(key(head.label())) < 2) {
            return false;
        }
        if (counts.get(Style.COLON).get(key(head.label())) == 1 && NUMBERED.matcher(head.label()).find() && !words.knows(head.label())) {
            return false;                      // "Punkt 1: ..." is a list's
        }
        return Arrays.stream(PARTS.split(head.label())).allMatch(w -> w.isEmpty() || !Character.isLowerCase(w.codePointAt(0))
            || Set.of("af", "von", "van", "de", "den", "og", "la").contains(w));
    }

    /** Whether the file uses the label's only word as a word of speech, in lower case. */
    private boolean isOrdinaryWord(String label) {
        if (label.indexOf(' ') >= 0) {
            return false;
        }
        if (lowerCaseWords == null) {
            lowerCaseWords = lowerCaseWords();
        }
        return lowerCaseWords.contains(label.toLowerCase(Locale.ROOT));
    }

    private Set<String> lowerCaseWords() {
        var all = new HashSet<String>();
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > i && Character.isLowerCase(text.charAt(i))) {
                all.add(text.substring(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return all;
    }

    /** Labels whose numbers count the questions, "Spm. 1", "Spm. 2", "Spm. 3", and tell no speakers apart: each comes once, and they count up. */
    private Set<String> numberedStems(boolean[] accepted) {
        var last = new HashMap<String, Integer>();
        var many = new HashMap<String, Integer>();
        var broken = new HashSet<String>();
        for (int i = 0; i < accepted.length; i++) {
            Matcher number = accepted[i] ? LAST_NUMBER.matcher(lines.get(i).head().label()) : null;
            if (number != null && number.matches()) {
                String stem = key(number.group(1));
                int n = Integer.parseInt(number.group(2));
                Integer before = last.put(stem, n);
                many.merge(stem, 1, Integer::sum);
                if (before != null && n != before + 1) {
                    broken.add(stem);
                }
            }
        }
        many.keySet().removeIf(stem -> many.get(stem) < FEWEST_NUMBERED || broken.contains(stem));
        return many.keySet();
    }

    private String[] spelt(boolean[] accepted) {
        Set<String> numbered = numberedStems(accepted);
        var first = new HashMap<String, String>();
        var out = new String[accepted.length];
        for (int i = 0; i < out.length; i++) {
            if (accepted[i]) {
                String label = lines.get(i).head().label();
                String plain = label.endsWith(".") && label.indexOf('.') == label.length() - 1 && label.indexOf(' ') < 0 ? label.substring(0, label.length() - 1) : label;
                Matcher number = LAST_NUMBER.matcher(label);
                out[i] = number.matches() && numbered.contains(key(number.group(1))) ? number.group(1) : first.computeIfAbsent(key(label), k -> plain);
            }
        }
        return out;
    }
}
