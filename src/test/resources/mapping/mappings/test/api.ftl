<BAK BAK01="${order?api.getClass()}"/>
