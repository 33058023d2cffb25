package dk.udsagn.intake;

import java.util.ArrayList;
import java.util.List;

/** Captions that roll: each cue shows again the lines of the cue before it, as YouTube's own subtitles do. */
final class Rolling {
    private Rolling() {
    }

    /** The cues without what was shown before, where most cues begin so; as they were where few do. */
    static CueFile once(CueFile file, Losses losses) {
        var fresh = new ArrayList<List<Integer>>();
        int rolling = 0;
        int others = 0;
        var before = new ArrayList<String>();
        for (CueFile.Cue cue : file.cues()) {
            var shown = new ArrayList<String>();
            var numbers = new ArrayList<Integer>();
            for (int i : cue.lines()) {
                String words = words(file.source(), i);
                if (!words.isEmpty()) {
                    shown.add(words);
                    numbers.add(i);
                }
            }
            int repeated = 0;
            for (int n = Math.min(shown.size(), before.size()); n > 0 && repeated == 0; n--) {
                repeated = before.subList(before.size() - n, before.size()).equals(shown.subList(0, n)) ? n : 0;
            }
            boolean more = repeated < shown.size();      // a cue that only repeats may as well be what was said
            rolling += more && repeated > 0 ? 1 : 0;
            others += more && repeated == 0 ? 1 : 0;
            fresh.add(List.copyOf(numbers.subList(repeated, numbers.size())));
            before = shown;
        }
        if (rolling < 3 || others > rolling / 2) {
            return file;
        }
        var cues = new ArrayList<CueFile.Cue>();
        for (int n = 0; n < fresh.size(); n++) {
            CueFile.Cue cue = file.cues().get(n);
            if (fresh.get(n).size() < cue.lines().size()) {
                losses.setAside("rolling caption", "it was shown in the cue before", words(file.source(), cue.lines().getFirst()),
                    file.source().lines().get(cue.lines().getFirst()).place());
            }
            if (!fresh.get(n).isEmpty()) {
                cues.add(new CueFile.Cue(cue.label(), cue.times(), fresh.get(n)));
            }
        }
        return new CueFile(file.source(), cues);
    }

    private static String words(SourceText source, int line) {
        SourceText.Line l = source.lines().get(line);
        var text = new CueText(source, new Losses(null));
        text.add(l.start(), l.end());
        var all = new StringBuilder();
        text.parts().forEach(p -> all.append(CueText.string(source, p.words())).append(' '));
        return Characters.squeeze(all.toString());
    }
}
