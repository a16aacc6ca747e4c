package in.sangam.feeds.pages;

import java.util.List;

/** A name that fits a tile: without what is in brackets, its directions shortened, the rest cut. */
final class TileName {

    private static final int MOST_LETTERS = 13;
    private static final List<String> DIRECTIONS = List.of(
            "East=E.",
            "West=W.",
            "North=N.",
            "South=S.",
            "Purbi=E.",
            "Paschim=W.",
            "Pashchim=W.",
            "पूर्वी=पू.",
            "पूर्व=पू.",
            "पश्चिमी=प.",
            "पश्चिम=प.",
            "उत्तर=उ.",
            "दक्षिण=द.");

    private TileName() {}

    static String of(String name) {
        String shown = name.replaceFirst("\\s*\\(.*", "");
        for (String direction : DIRECTIONS) {
            String[] pair = direction.split("=");
            shown = shown.startsWith(pair[0] + " ") ? pair[1] + shown.substring(pair[0].length()) : shown;
        }
        return shown.length() > MOST_LETTERS ? shown.substring(0, MOST_LETTERS - 1) + "…" : shown;
    }
}
