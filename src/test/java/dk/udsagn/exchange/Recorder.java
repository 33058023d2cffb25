package dk.udsagn.exchange;

import dk.udsagn.coding.Acts;
import dk.udsagn.coding.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that records decisions until it is killed or the disk is full; prints each id once it is confirmed. */
final class Recorder {
    private Recorder() {
    }

    /** Folder, coder, prefix of the ids, decisions at a time, how often. */
    public static void main(String[] args) {
        var acts = new Acts();
        var log = new DecisionLog(Path.of(args[0]));
        int many = Integer.parseInt(args[3]);
        for (int i = 0; i < Integer.parseInt(args[4]); i++) {
            var decisions = new ArrayList<Decision>();
            for (int j = 0; j < many; j++) {
                decisions.add(acts.laid(args[2] + "-" + i + "-" + j, args[1], 4, "seen"));
            }
            try {
                log.append(decisions);
            } catch (IOException e) {
                System.out.println("failed: " + e.getMessage());
                System.out.flush();
                continue;
            }
            System.out.println(String.join(" ", decisions.stream().map(d -> d.entry().id()).toList()));
            System.out.flush();
        }
    }

    static List<String> command(Path folder, String coder, String prefix, int many, int times) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
            "-cp", System.getProperty("java.class.path"), Recorder.class.getName(), folder.toString(), coder, prefix, String.valueOf(many), String.valueOf(times));
    }
}
