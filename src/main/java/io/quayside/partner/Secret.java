package io.quayside.partner;

/**
 * Where a secret is found, never the secret itself. Exactly one of the two is set.
 *
 * @param env name of an environment variable
 * @param file path of a file
 */
public record Secret(String env, String file) {}
