/**
 * Trading partners as data: who they are, how they send and get documents, what is agreed with
 * them; and our own companies. Knows nothing of documents or orders.
 */
package io.quayside.partner;
