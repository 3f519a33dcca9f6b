<BAK BAK01="${order.poNumber" />
