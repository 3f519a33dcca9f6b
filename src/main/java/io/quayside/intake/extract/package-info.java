/**
 * Reads purchase orders out of papers that were made for people: PDF, workbooks, HTML and plain
 * text. Plain Java, for the command line too. What a paper says is found by its labels and its
 * table, with the place and a confidence for each value; nothing is guessed.
 */
package io.quayside.intake.extract;
