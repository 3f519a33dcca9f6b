<BAK BAK01="${order.nothing}"/>
