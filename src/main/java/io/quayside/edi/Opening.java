package io.quayside.edi;

import java.util.function.Consumer;

/**
 * An interchange whose header was read: what the rest of it is read with.
 *
 * @param header ISA or UNB; a segment without data where UNB is missing
 * @param start offset of the interchange, its UNA where it has one
 * @param next offset where the segments go on
 * @param check reports what is wrong with the header
 */
record Opening(
    Envelope envelope,
    Segment header,
    int start,
    int next,
    Tokens.Dialect dialect,
    Delimiters delimiters,
    Consumer<FindingLog> check) {}
