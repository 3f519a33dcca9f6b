package io.quayside.edi;

/**
 * Where something stands in the file as it was received.
 *
 * @param byteOffset from 0, in the received bytes
 * @param line from 1
 * @param segmentNumber within the set, ST = 1 (as AK302 counts); 0 outside a set
 * @param element from 1; 0 for the segment as a whole
 * @param component from 1; 0 for the element as a whole
 */
public record Position(int byteOffset, int line, int segmentNumber, int element, int component) {}
