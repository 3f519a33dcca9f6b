<BAK BAK01="x"/>*oops~
