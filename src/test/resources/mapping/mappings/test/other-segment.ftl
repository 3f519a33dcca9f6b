<BAK
 BAC01="x"/>
