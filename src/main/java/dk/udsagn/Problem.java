package dk.udsagn;

/**
 * Something a study has wrong.
 *
 * @param file    the file it stands in, below the study's folder
 * @param place   where in it: a line, a turn, an id; may be empty
 * @param problem what was found
 * @param mend    what would do
 */
public record Problem(String file, String place, String problem, String mend) {
    /**
     * The problem in one line.
     *
     * @return file, place, problem and mend
     */
    @Override public String toString() {
        return file + (place.isEmpty() ? "" : ":" + place) + ": " + problem + (mend.isEmpty() ? "" : "; " + mend);
    }
}
