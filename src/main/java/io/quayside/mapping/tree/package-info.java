/**
 * Readers of formats other than EDI: each gives a document as elements with attributes, which a
 * mapping reads like the segments of an EDI set. They resolve nothing, fetch nothing, and have
 * limits.
 */
package io.quayside.mapping.tree;
