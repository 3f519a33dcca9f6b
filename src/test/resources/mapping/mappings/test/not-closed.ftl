<BAK BAK01="x">
