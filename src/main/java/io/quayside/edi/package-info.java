/**
 * Reads, validates, acknowledges and writes electronic interchanges (ANSI X12). Knows nothing of
 * orders, partners or frameworks: bytes in, a model with findings out; segments in, bytes out.
 */
package io.quayside.edi;
