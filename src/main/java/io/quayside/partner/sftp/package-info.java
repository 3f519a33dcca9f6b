/**
 * SFTP as Camel's component {@code sftp}, with the server's host key pinned: no connection without
 * it. Used by the routes in and out.
 */
package io.quayside.partner.sftp;
