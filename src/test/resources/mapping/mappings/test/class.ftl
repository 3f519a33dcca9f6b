<BAK BAK01="${order.class.name!}"/>
