/**
 * Which document goes to whom, and that it gets there: acknowledgments, answers to customers,
 * orders to suppliers, their delivery, and what the partner says about them. Values and codes are
 * chosen here, shapes stand in {@code mappings/}, bytes come from {@code edi}.
 */
package io.quayside.outbound;
