package io.quayside.fulfilment.inventory;

class PostgresInventoryTest extends EmbeddedInventoryContract {

  @Override
  String database() {
    return "postgres";
  }
}
