package io.quayside.work;

/** How a relay makes rows its own while it publishes them. */
enum RelayClaim {
  /** The one process on this database: nothing to claim, and no lock is held while JMS commits. */
  SINGLE_NODE,
  /** Row locks; other nodes' relays skip the locked rows. */
  SEVERAL_NODES
}
