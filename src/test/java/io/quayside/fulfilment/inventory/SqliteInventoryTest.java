package io.quayside.fulfilment.inventory;

class SqliteInventoryTest extends EmbeddedInventoryContract {

  @Override
  String database() {
    return "sqlite";
  }
}
