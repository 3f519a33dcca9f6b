package io.quayside.intake.extract;

/**
 * What an approved document taught.
 *
 * @param template the sender's template from now on
 * @param first no template was there before
 * @param wrong the template that read it gave a value that the person had to mend
 * @param mended with this template the document reads as the person gave it
 * @param whole the document is recognised as one of this layout; else nothing can be learned
 */
public record Lesson(
    Template template, boolean first, boolean wrong, boolean mended, boolean whole) {}
