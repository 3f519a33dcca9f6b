/**
 * Shapes: runs the files in {@code mappings/}, from a document to the canonical order and from an
 * order to a document.
 *
 * <p>Plain Java, so that the command line uses it without Spring; {@code MappingBeans} hands it to
 * the hub.
 */
package io.quayside.mapping;
