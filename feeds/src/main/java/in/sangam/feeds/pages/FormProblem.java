package in.sangam.feeds.pages;

/**
 * Why a form was not taken, shown beside the field that is to change.
 *
 * @param field name of the field
 * @param word key of the text that says what to do
 */
public record FormProblem(String field, String word) {}
