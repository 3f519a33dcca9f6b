/**
 * Everything that comes in: channels, the raw bytes first, recognition by content, and the way from
 * an interchange to its documents and orders.
 */
package io.quayside.intake;
